"""What people say to steer the conversation: whole sentences, by intent. Folded words, one space between them."""

from __future__ import annotations

PHRASES = {
    "stop": """stop|stoppen|stop maar|ik stop|ik wil stoppen|ik stop ermee|wil stoppen|stop ermee|hou op|houd op|hou maar op|
        ophouden|beeindigen|afmelden|uitschrijven|schrijf me uit|meld me af|ik wil me afmelden|ik wil niet meer meedoen|
        ik doe niet meer mee|laat me met rust|stop met berichten|stop met sturen|geen berichten meer|geen bericht meer|
        ik wil geen berichten meer|stuur mij niks meer|stuur me niks meer|stuur niks meer|stuur mij niets meer|stuur me niets meer|
        niks meer sturen|niets meer sturen|stuur geen berichten meer|stuur mij geen berichten meer|stuur me geen berichten meer|
        stuur geen vacatures meer|stuur me geen vacatures meer|stuur mij geen vacatures meer|stuur geen banen meer|ik wil niks meer horen|
        ik wil niets meer horen|ik wil niets meer ontvangen|ik wil niks meer ontvangen|niet meer sturen|niet meer appen|ik wil eruit|
        quit|exit|unsubscribe|einde|dur|durdur|zatrzymaj|arret|arreter|arretez|parar|para|стоп|зупинись|توقف|قف|ኣቁም|አቁም|stopt|stop nu|stop alles|
        ik wil hiermee stoppen|ik wil ermee stoppen|ik wil dit niet meer|ik wil er mee stoppen|stop de chat|stop chat|stop please|please stop|
        ik wil niet verder|ik wil niet meer verder|stop met vragen|niet meer vragen|geen vragen meer""",
    "pause": """pauze|even pauze|pauzeren|pauze graag|pause|later|later verder|ik ga later verder|straks verder|straks|niet nu|nu niet|
        even niet|even stoppen|morgen verder|ik ga morgen verder|ik heb nu geen tijd|geen tijd|nu geen tijd|ik heb geen tijd|later graag|
        ik ben even weg|ik moet nu weg|ik moet weg|ik moet gaan|wacht even|even wachten|wacht|momentje|moment|een moment|een andere keer|
        andere keer|ander moment|niet vandaag|vandaag niet|ik kom later terug|ik kom straks terug|ik doe het later|doe ik later|
        een paar weken geen berichten|even geen berichten|ik wil een pauze|ik wil even pauze|ik wil pauze|neem pauze|not now|
        kan het later|kan dit later|mag het later|kunnen we later verder|ik ben op vakantie""",
    "resume": """verder|doorgaan|ga door|ga verder|we gaan verder|ik wil verder|ik wil doorgaan|ik ga verder|ga maar door|
        ga maar verder|hervat|hervatten|weer verder|opnieuw verder|verder gaan|verdergaan|continue|go on|ik ben er weer|ik ben terug|
        laten we verder gaan|we kunnen verder|ik wil weer verder|ik kan weer verder|weer aan|zet weer aan|stuur weer berichten|start weer""",
    "back": """terug|ga terug|vorige|vorige vraag|de vorige vraag|naar vorige|terug naar vorige vraag|ga naar de vorige vraag|een stap terug|
        stap terug|ik wil terug|terug graag|back|go back|ga 1 terug|een terug|1 terug|naar de vorige|vorig|ga naar vorige|terug gaan|teruggaan|
        kan ik terug|mag ik terug|undo""",
    "skip": """overslaan|sla over|sla deze over|sla maar over|sla dit over|skip|skippen|skip deze|volgende|volgende vraag|de volgende vraag|
        liever niet zeggen|zeg ik liever niet|wil ik niet zeggen|dat wil ik niet zeggen|ik wil dat niet zeggen|dat zeg ik niet|zeg ik niet|
        geen antwoord|ik wil niet antwoorden|ik wil geen antwoord geven|deze vraag niet|ik sla over|ik sla deze over|ik sla het over|
        deze vraag overslaan|vraag overslaan|kan ik dit overslaan|mag ik dit overslaan|mag ik deze overslaan|kan ik deze overslaan|
        next|pass|pas|volgende graag|ga naar de volgende|ga naar de volgende vraag|dat is prive|prive|gaat je niks aan|gaat je niets aan|
        dat gaat je niks aan|dat gaat jou niks aan|dat gaat je niets aan|wil ik niet vertellen|dat wil ik niet vertellen|liever niet vertellen|
        sla de vraag over|ik wil overslaan|ik wil deze overslaan|ik wil dit overslaan|geen naam|ik wil geen naam geven|ik zeg mijn naam niet|
        ik wil mijn naam niet zeggen|ik wil mijn naam niet geven|liever geen naam""",
    "why": """waarom|waarom dan|hoezo|hoezo dan|waarom vraag je dat|waarom vraag je dit|waarom wil je dat weten|waarom wil je dit weten|
        waarom moet je dat weten|waarom moet je dit weten|waarvoor|waarvoor is dat|waarvoor is dit|waar is dat voor|waar is dit voor|
        waar is dat voor nodig|waarom is dat nodig|waarom is dit nodig|wat heb je daaraan|wat heb je daar aan|waarom deze vraag|
        waarom die vraag|why|why do you ask|waarom dat|waarom dit|waarom vraagt u dat|waarom vragen jullie dat|waarom moet dat|
        wat moet je daarmee|wat doe je daarmee|wat gebeurt daarmee|neden|dlaczego|pourquoi|por que|чому|лماذا|لماذا|ليش|ስለምንታይ|ንምንታይ""",
    "repeat": """herhaal|herhalen|herhaal de vraag|nog een keer|nog eens|nog 1 keer|zeg nog een keer|zeg het nog een keer|wat zei je|
        wat zeg je|wat was de vraag|wat is de vraag|wat vroeg je|welke vraag|kun je dat herhalen|kan je dat herhalen|wil je dat herhalen|
        kun je herhalen|kan je herhalen|repeat|again|opnieuw de vraag|vraag het nog een keer|vraag nog een keer|de vraag nog een keer|
        nog een keer de vraag|stel de vraag nog een keer|zeg opnieuw|wat was je vraag|wat is je vraag|can you repeat|ik ben de vraag vergeten|
        de vraag graag nog een keer""",
    "help": """help|hulp|help me|help mij|hulp nodig|ik heb hulp nodig|hoe werkt dit|hoe werkt het|hoe werkt deze chat|hoe moet dit|
        hoe moet ik dit doen|wat moet ik doen|wat moet ik nu doen|ik snap het niet|snap ik niet|ik snap niet|snap niet|ik begrijp het niet|
        begrijp ik niet|ik begrijp niet|ik begrijp je niet|ik snap je niet|ik begrijp de vraag niet|ik snap de vraag niet|ik snap dit niet|
        ik begrijp dit niet|wat bedoel je|wat bedoel je daarmee|wat bedoelt u|bedoel je|wat betekent dat|wat betekent dit|wat is dat|
        wat is dit|hoe dan|uitleg|leg uit|kun je dat uitleggen|kan je dat uitleggen|kun je uitleggen|wat kan ik zeggen|
        wat kan ik antwoorden|wat moet ik zeggen|wat moet ik schrijven|wat moet ik invullen|geef een voorbeeld|voorbeeld|een voorbeeld|
        ik versta het niet|ik versta je niet|te moeilijk|dat is moeilijk|het is te moeilijk|moeilijk|ik kan het niet lezen|
        i don t understand|i dont understand|what do you mean|yardim|yardim et|pomoc|pomocy|aide|aidez moi|ayuda|допоможіть|допомога|помощь|
        مساعدة|ساعدني|ሓገዝ|ሓግዘኒ|እርዳኝ|ik begrip niet|ik begrijp het nog niet|snap er niks van|ik snap er niks van|ik begrijp er niks van|
        huh|he|h|uitleg graag|hoe bedoel je|hoe bedoel je dat|wat bedoel je dan|niet begrepen|ik heb het niet begrepen|anlamadim|nie rozumiem|
        je ne comprends pas|no entiendo|не розумію|не понимаю|لا افهم|لا أفهم|مش فاهم|ما فهمت""",
    "human": """mens|een mens|medewerker|een medewerker|ik wil een mens|echt mens|een echt mens|echte mens|een echte mens|persoon|
        een persoon|iemand bellen|werkmatcher|mijn werkmatcher|een werkmatcher|werkcoach|contactpersoon|mijn contactpersoon|human|
        a human|real person|een mens graag|mens graag|bel mij|bel me|bel me op|bellen|kun je mij bellen|kan iemand mij bellen|
        kan iemand me bellen|kan iemand mij helpen|kan iemand me helpen|ik wil gebeld worden|ik wil bellen|ik wil iemand spreken|
        ik wil iemand bellen|ik wil praten|ik wil met iemand praten|ik wil met je bellen|wie kan ik bellen|wie kan mij helpen|
        kan ik iemand bellen|kan ik iemand spreken|kan ik met iemand praten|mag ik iemand spreken|is er iemand|geen computer|
        ik wil geen computer|ik wil geen robot|talk to human|talk to a human|telefoonnummer|wat is het telefoonnummer|nummer van de gemeente|
        hulp van een mens|een mens alsjeblieft|ik wil hulp van een mens""",
    "menu": """menu|opties|hoofdmenu|het menu|naar menu|naar het menu|laat het menu zien|wat kun je|wat kan je|wat kun je doen|wat kan je doen|
        wat kun je allemaal|wat kan ik hier|wat kan ik hier doen|wat kan ik doen|wat zijn de opties|keuzes|welke keuzes zijn er|commandos|
        options|wat kan deze chat|wat kan jij|wat kan jij doen""",
    "language": """taal|andere taal|een andere taal|taal veranderen|verander taal|verander de taal|taal wijzigen|talen|taal kiezen|kies taal|
        ik wil een andere taal|in een andere taal|kan het in een andere taal|mijn taal|in mijn taal|language|change language|
        other language|dil|jezyk|langue|idioma|мова|язык|لغة|ቋንቋ|ik spreek geen nederlands|ik praat geen nederlands|geen nederlands|
        no dutch|i don t speak dutch|i dont speak dutch|welke talen kan je|welke talen kun je|welke talen spreek je""",
    "show_profile": """mijn profiel|profiel|laat mijn profiel zien|toon mijn profiel|profiel bekijken|profiel zien|bekijk mijn profiel|
        ik wil mijn profiel zien|wat staat er in mijn profiel|wat staat in mijn profiel|wat heb ik ingevuld|wat heb ik gezegd|
        mijn antwoorden|laat mijn antwoorden zien|wat zijn mijn antwoorden|show my profile|my profile|mijn werkprofiel|werkprofiel|
        wat heb ik geantwoord|mag ik mijn profiel zien|kan ik mijn profiel zien|wat heb ik opgegeven""",
    "change_answer": """wijzig|wijzigen|veranderen|aanpassen|ik wil iets veranderen|iets veranderen|ik wil iets wijzigen|ik wil iets aanpassen|
        verander mijn antwoord|antwoord veranderen|antwoord aanpassen|antwoord wijzigen|mijn antwoord veranderen|mijn antwoord aanpassen|
        ik heb een fout gemaakt|ik heb een foutje gemaakt|foutje|foutje gemaakt|ik heb iets fout gezegd|ik heb iets fout ingevuld|
        ik heb me vergist|vergissing|ik wil mijn antwoord veranderen|ik wil mijn antwoord aanpassen|profiel aanpassen|profiel wijzigen|
        profiel veranderen|mijn profiel aanpassen|mijn profiel veranderen|mijn profiel wijzigen|ik wil mijn profiel aanpassen|
        ik wil mijn profiel veranderen|ik wil mijn profiel wijzigen|kan ik iets veranderen|kan ik mijn antwoord veranderen|corrigeren|
        ik wil wat veranderen|wat veranderen|change|change answer|er staat een fout in mijn profiel|mijn profiel klopt niet""",
    "show_data": """wat weet je van mij|wat weet jij van mij|wat weet je over mij|wat weet jij over mij|wat weet je allemaal van mij|
        wat weet je allemaal over mij|wat weten jullie van mij|wat weten jullie over mij|mijn gegevens|gegevens|laat mijn gegevens zien|
        toon mijn gegevens|ik wil mijn gegevens zien|ik wil mijn gegevens|welke gegevens heb je|welke gegevens heb je van mij|
        welke gegevens hebben jullie|wat bewaar je|wat bewaar je van mij|wat bewaren jullie|wat heb je van mij bewaard|wat heb je opgeslagen|
        wat sla je op|wat is er opgeslagen|mijn data|my data|what do you know about me|download mijn gegevens|gegevens downloaden|
        mijn gegevens inzien|gegevens inzien|inzage|wat staat er over mij|mag ik mijn gegevens zien|kan ik mijn gegevens zien|
        wat weet u van mij|wat weet u over mij|wat heb je over mij|geef mij mijn gegevens|stuur mijn gegevens""",
    "delete_data": """wis alles|alles wissen|wis mijn gegevens|gegevens wissen|mijn gegevens wissen|verwijder alles|alles verwijderen|
        verwijder mijn gegevens|gegevens verwijderen|mijn gegevens verwijderen|ik wil mijn gegevens verwijderen|ik wil alles wissen|
        ik wil alles verwijderen|verwijder mijn profiel|profiel verwijderen|mijn profiel verwijderen|wis mijn profiel|profiel wissen|
        verwijder mijn account|account verwijderen|mijn account verwijderen|wis mij|verwijder mij|verwijder me|delete|delete my data|
        delete everything|delete me|gooi alles weg|gooi mijn gegevens weg|vergeet mij|vergeet me|vergeet alles|haal mijn gegevens weg|
        alles weg|alles weggooien|wissen|ik wil dat je alles wist|ik wil dat je mijn gegevens verwijdert|kun je alles wissen|
        kan je alles wissen|kun je mijn gegevens wissen|kun je mijn gegevens verwijderen|wil je alles wissen|wis alles van mij|
        delete all|erase everything|alles over mij wissen|haal alles weg|ik wil mijn profiel verwijderen|ik wil mijn account verwijderen""",
    "who_saw": """wie heeft mijn profiel gezien|wie zag mijn profiel|wie zag mijn gegevens|wie heeft mijn gegevens gezien|wie zag wat|
        wie heeft wat gezien|wie heeft mijn naam gezien|wie zag mijn naam|wie heeft er gekeken|wie heeft gekeken|heeft iemand mijn profiel gezien|
        heeft iemand mijn gegevens gezien|welke werkgever heeft mijn profiel gezien|welke werkgevers hebben mijn profiel gezien|
        wie heeft mijn nummer|wie heeft mijn telefoonnummer|wie heeft mijn gegevens|aan wie heb je mijn gegevens gegeven|
        wie kreeg mijn gegevens|who saw my data|who saw my profile|wie heeft mijn naam|wie heeft mijn telefoonnummer gezien""",
    "benefit_question": "",
    "privacy_question": """privacy|is dit veilig|is het veilig|is dit prive|is het prive|is dit geheim|is het geheim|wie ziet dit|wie ziet dat|
        wie leest dit|wie leest mee|wie leest dit mee|leest iemand mee|kan iemand dit lezen|kan iemand dit zien|wie kan dit lezen|wie kan dit zien|
        wie ziet mijn antwoorden|wie ziet mijn antwoord|wie ziet mijn gegevens|wie ziet mijn naam|wie ziet mijn profiel|wie ziet wat ik zeg|
        wie ziet wat ik schrijf|wat gebeurt er met mijn gegevens|wat doe je met mijn gegevens|wat doen jullie met mijn gegevens|
        zijn mijn gegevens veilig|is dit anoniem|is het anoniem|ben ik anoniem|blijft dit geheim|blijft dit prive|blijft dit tussen ons|
        waar blijven mijn gegevens|deel je mijn gegevens|delen jullie mijn gegevens|verkoop je mijn gegevens|wie weet dit|wie krijgt dit|
        wie krijgt mijn gegevens|wie krijgt dit te zien|who sees this|who can see this|is this private|is this safe|ziet de gemeente dit|
        ziet de gemeente mijn antwoorden|leest de gemeente mee|leest de gemeente dit|weet de gemeente dit|ziet mijn consulent dit|
        ziet mijn klantmanager dit|ziet de werkgever dit|ziet een werkgever dit|ziet een werkgever mijn naam|ziet de werkgever mijn naam|
        wat ziet de werkgever|wat ziet een werkgever|wat ziet de gemeente|wat weet de gemeente|wat weet de gemeente van mij|
        vertel je dit aan de gemeente|geef je dit door|geef je dit door aan de gemeente|hoe zit het met privacy|hoe zit het met mijn privacy|
        en mijn privacy|mijn privacy|avg|wie kan mijn gegevens zien|kan de werkgever dit zien""",
    "voluntary_question": """moet dit|moet dat|moet ik dit|moet ik dit doen|moet ik meedoen|moet ik dit invullen|moet ik antwoorden|
        moet ik antwoord geven|moet ik hieraan meedoen|moet het|is dit verplicht|is het verplicht|is dat verplicht|verplicht|
        ben ik verplicht|ben ik dit verplicht|ben ik verplicht om mee te doen|ben ik verplicht mee te doen|is meedoen verplicht|is dit vrijwillig|
        is het vrijwillig|vrijwillig|mag ik nee zeggen|mag ik weigeren|kan ik weigeren|kan ik nee zeggen|mag ik stoppen|kan ik stoppen|
        mag ik altijd stoppen|wat als ik niet meedoe|wat als ik nee zeg|wat als ik niet wil|wat gebeurt er als ik niet meedoe|
        wat gebeurt er als ik nee zeg|wat gebeurt er als ik niet wil|wat gebeurt er als ik stop|is it mandatory|do i have to|
        hoef ik niet mee te doen|hoef ik dit niet te doen|is dit echt vrijwillig|moet ik dit echt doen|moet ik dit van de gemeente|
        moet dit van de gemeente|wat als ik stop|wat als ik weiger|wat gebeurt er als ik weiger|moet ik alles invullen|moet ik alles beantwoorden""",
    "bot_question": """ben je een robot|ben jij een robot|ben je een mens|ben jij een mens|ben je echt|ben jij echt|ben je een computer|
        ben jij een computer|ben je een bot|ben jij een bot|ben je een chatbot|ben je ai|ben jij ai|ben je een ai|is dit een robot|is dit een bot|
        is dit een mens|is dit een computer|is dit een chatbot|wie ben je|wie ben jij|wie is dit|wie bent u|bent u een robot|bent u een mens|
        wat ben je|wat ben jij|praat ik met een mens|praat ik met een robot|praat ik met een computer|spreek ik met een mens|
        spreek ik met een robot|hoe heet je|hoe heet jij|wat is je naam|wat is jouw naam|are you a robot|are you human|are you real|
        who are you|are you a bot|robot|van wie ben je|wie heeft je gemaakt|wie heeft jou gemaakt|ben je een echt mens|ben jij een echt mens|
        ben je een echt persoon|ben je een persoon|is dit chatgpt|ben je chatgpt|waar ben je van|ben jij van de gemeente|ben je van de gemeente|
        zit er een mens achter|ben je een man of een vrouw""",
    "workshop": """workshop|de workshop|wat is de workshop|waar is de workshop|wanneer is de workshop|workshops|ik wil naar de workshop|
        ik wil de workshop|is er een workshop|les|de les|wanneer is de les|waar is de les|ik wil les|cursus|is er een les|is er een cursus|
        hulp op kantoor|les op kantoor|kan ik een les volgen|kan ik een workshop volgen|aanmelden workshop|aanmelden voor de workshop|
        ik wil me aanmelden voor de workshop|hoe laat is de workshop|bijeenkomst|wanneer is de bijeenkomst""",
    "greet": """hallo|hoi|hey|hi|hello|hallo daar|hoi hoi|hoihoi|hee|heey|heyy|hee hallo|goedemorgen|goede morgen|goedemiddag|goede middag|
        goedenavond|goedeavond|goede avond|goedendag|goede dag|goeiemorgen|goeiemiddag|goeienavond|goeiendag|morgen allemaal|salam|selam|
        merhaba|salaam|salam aleikum|assalamu alaikum|selamun aleykum|salam alaikum|czesc|dzien dobry|bonjour|salut|hola|привіт|добрий день|
        привет|здравствуйте|مرحبا|السلام عليكم|ሰላም|hallo allemaal|hallo bot|hoi bot|hallo goedemorgen|hallo goedemiddag|yo|start|/start|
        hallo mevrouw|hallo meneer|good morning|good afternoon|good evening|hallo hallo""",
    "thanks": """bedankt|dank je|dank je wel|dankjewel|dankje|dank u|dank u wel|dankuwel|heel erg bedankt|hartelijk bedankt|thanks|thank you|thx|
        tnx|merci|tesekkurler|tesekkur ederim|dziekuje|gracias|дякую|спасибо|شكرا|የቐንየለይ|አመሰግናለሁ|super bedankt|ok bedankt|oke bedankt|
        ok dank je|oke dank je|ok dank je wel|oke dank je wel|bedankt voor je hulp|dank je voor je hulp|heel fijn dank je|fijn dank je wel|
        top bedankt|alvast bedankt|thank you very much|dank""",
    "goodbye": """doei|dag|tot ziens|tot later|tot straks|tot morgen|doeg|doeidoei|doei doei|bye|goodbye|bye bye|ciao|fijne dag|fijne dag nog|
        fijne avond|fijn weekend|prettige dag|prettig weekend|houdoe|tot de volgende keer|tot gauw|welterusten|slaap lekker|
        do widzenia|gule gule|au revoir|adios|бувай|до побачення|مع السلامة|fijne dag verder|tot snel|later doei""",
    "insult": """kut|kutbot|rotbot|stomme bot|stomme robot|domme bot|dom|dom ding|stom ding|stom|klote|kloteding|klootzak|idioot|eikel|
        debiel|mongool|lul|rot op|rot toch op|flikker op|sodemieter op|oprotten|val dood|fuck you|fuck off|fuck|je bent dom|jij bent dom|
        je bent stom|jij bent stom|wat ben je dom|wat ben jij dom|je bent een idioot|je bent slecht|je bent waardeloos|waardeloos|
        je bent nutteloos|hou je bek|hou je mond|houd je mond|bek dicht|sukkel|tyfus|kanker|kankerbot|hoer|shit bot|stupid|stupid bot|
        jij snapt niks|je snapt er niks van|je snapt niks|je begrijpt niks|rotding|krijg de|achterlijk|je bent achterlijk""",
    "chitchat": """hoe gaat het|hoe gaat het met je|hoe gaat het met jou|hoe is het|hoe is het met je|alles goed|alles goed met je|
        hoe gaat ie|wat doe je|wat ben je aan het doen|lekker weer|mooi weer|wat een weer|het regent|wat is het koud|vertel een grap|
        vertel een mop|ken je een grap|hou je van mij|heb je kinderen|hoe oud ben je|hoe oud ben jij|waar woon je|waar woon jij|
        wat is je lievelingskleur|heb je honger|ik verveel me|haha|hahaha|hihi|lol|leuk|leuk je te spreken|how are you|nasilsin|
        ik ga dood van de kou|ik heb honger|ik ben moe|wat eet je|heb je gevoel|heb je gevoelens|slaap je|wat vind je leuk""",
    "found_work": """ik heb werk|ik heb werk gevonden|ik heb een baan|ik heb een baan gevonden|ik heb al werk|ik heb al een baan|
        baan gevonden|werk gevonden|ik werk al|ik heb nu werk|ik heb nu een baan|ik ben aangenomen|aangenomen|ik mag beginnen|
        ik heb een contract|ik ben begonnen met werken|ik heb een nieuwe baan|ik heb ander werk|ik heb ander werk gevonden|
        ik heb zelf werk gevonden|ik heb zelf een baan gevonden|i found a job|i have a job|i found work|ik heb de baan|ik heb de baan gekregen|
        ik heb een baan gekregen|ik heb werk gekregen|ik ben begonnen bij mijn nieuwe baan|ik zoek geen werk meer|ik hoef geen werk meer""",
    "report": """klacht|een klacht|ik heb een klacht|ik wil een klacht indienen|klacht indienen|ik wil klagen|klagen|ik wil iets melden|
        iets melden|melden|misbruik melden|ik wil een werkgever melden|ik word gediscrimineerd|discriminatie|dit is discriminatie|
        dat is discriminatie|de werkgever discrimineert|de werkgever betaalt niet|mijn baas betaalt niet|mijn baas betaalt mij niet|
        ik krijg niet betaald|de werkgever doet raar|de werkgever is onbeleefd|de werkgever is racistisch|racisme|dit is racisme|
        dat is niet eerlijk|dit is niet eerlijk|oneerlijk|dit is oneerlijk|dat is oneerlijk|deze vacature is nep|dit is nep|nepvacature|
        dit is een oplichter|oplichting|report|complaint|ik ben boos over een werkgever|deze werkgever vraagt geld|
        de werkgever vraagt om geld|de werkgever wil geld|ik wil dit melden|ik wil een bericht melden|bezwaar|bezwaar maken""",
    "show_vacancies": """vacatures|banen|laat vacatures zien|laat banen zien|laat de banen zien|laat de vacatures zien|toon vacatures|toon banen|
        welke vacatures zijn er|welke banen zijn er|welke banen heb je|welke vacatures heb je|heb je werk voor mij|heb je een baan voor mij|
        heb je werk|heb je banen|heb je vacatures|zijn er vacatures|zijn er banen|is er werk voor mij|is er werk|zijn er nieuwe banen|
        zijn er nieuwe vacatures|ik wil banen zien|ik wil vacatures zien|ik wil de vacatures zien|ik wil de banen zien|mijn vacatures|
        nieuwe vacatures|nieuwe banen|show jobs|jobs|show vacancies|wat voor werk is er|wat voor werk heb je|welk werk is er|
        stuur mij vacatures|stuur me vacatures|stuur mij banen|stuur me banen|stuur banen|stuur vacatures|banen zien|vacatures zien|
        mag ik de banen zien|mag ik vacatures zien|heb je al een baan voor mij|heb je al werk voor mij|laat werk zien""",
    "more_vacancies": """meer vacatures|meer banen|nog meer vacatures|nog meer banen|stuur meer vacatures|stuur meer banen|
        stuur mij meer vacatures|stuur mij meer banen|stuur me meer vacatures|stuur me meer banen|laat meer zien|laat er meer zien|
        laat meer banen zien|laat meer vacatures zien|ik wil meer vacatures|ik wil meer banen|ik wil meer banen zien|
        ik wil meer vacatures zien|andere banen|andere vacatures|heb je meer banen|heb je meer vacatures|heb je nog meer|
        heb je nog meer banen|heb je nog andere banen|heb je andere banen|zijn er meer banen|zijn er nog meer banen|zijn er nog meer|more jobs|
        show more|ik wil vaker banen|vaker vacatures|vaker banen|stuur vaker|ik wil er meer|volgende baan|volgende vacature|nog een baan|
        nog een vacature|heb je nog iets anders""",
    "fewer_vacancies": """minder vacatures|minder banen|minder berichten|te veel vacatures|te veel banen|te veel berichten|teveel vacatures|
        teveel berichten|teveel banen|stuur minder|stuur minder vacatures|stuur minder banen|stuur minder berichten|stuur mij minder|
        stuur me minder|ik wil minder vacatures|ik wil minder berichten|ik wil minder banen|niet zo veel berichten|niet zoveel berichten|
        niet zo veel vacatures|niet zoveel vacatures|ik krijg te veel berichten|ik krijg te veel vacatures|ik krijg teveel berichten|
        ik krijg teveel vacatures|minder vaak|stuur minder vaak|minder vaak berichten|fewer jobs|kan het minder|kan het wat minder|
        het is te veel|dit is te veel|je stuurt te veel|je stuurt teveel""",
}  # fmt: skip
"""Whole sentences; what stands around them politely was taken off."""

SLASHED = {
    "start": "greet", "help": "help", "hulp": "help", "mens": "human", "stop": "stop", "profiel": "show_profile",
    "gegevens": "show_data", "wis": "delete_data", "taal": "language", "menu": "menu", "pauze": "pause",
    "verder": "resume", "terug": "back", "vacatures": "show_vacancies",
}  # fmt: skip
"""Commands with a slash, as Telegram's menu sends them."""
