"""Where transcripts are played besides the turns themselves: the channels' own edges."""
