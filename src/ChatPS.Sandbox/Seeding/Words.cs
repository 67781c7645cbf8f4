namespace ChatPS.Sandbox.Seeding;

/// <summary>The vocabulary of the seeded data.</summary>
internal static class Words
{
    public static readonly string[] FirstNames = Split(
        """
        Ada Aiko Alba Amara Amir Anders Anika Arjun Astrid Ayla Bashir Beatriz Bela Benno Bruna Caleb Camila Carys Chidi Chloe Ciro Dagny
        Daria Deniz Diego Dora Ebba Efua Elif Elio Emeka Enzo Esther Farah Felix Fiona Freya Gael Gita Greta Hakan Hana Hedda Hugo Ida
        Ilse Imani Ines Isak Ivana Jana Javier Jonas Jun Kaia Kamal Karin Kenji Khadija Kofi Lale Leif Lena Liang Linnea Lucia Magnus
        Mai Marek Mateo Mei Mila Miriam Nadia Naveen Niko Noor Nuria Odile Olga Omar Oona Pablo Petra Priya Quinn Rafael Rania Rosa Ruben
        Sanna Selim Sofia Soren Tariq Tessa Thandi Tomas Uma Vera Viktor Wren Xenia Yara Yusuf Zeno Zofia
        """);

    public static readonly string[] LastNames = Split(
        """
        Abara Acosta Adeyemi Almeida Amundsen Arslan Bachmann Baptiste Barros Becker Bergstrom Bianchi Blomqvist Bosko Brandt Calloway
        Castillo Cheng Costa Dahl Danso Delgado Dimitrov Dogan Dubois Eklund Eriksen Esposito Falk Farouk Ferrara Fischer Fontaine Fuentes
        Garnier Gruber Gupta Hadid Haugen Heikkinen Herrera Holm Horvat Ibarra Iqbal Ishida Ivanova Jankowski Jensen Joshi Kaplan Kato Keller
        Kimura Kowalski Kruger Lakatos Larsen Leclerc Lindgren Lombardi Lopes Mansour Marchetti Mbeki Mehta Molina Moreau Nakamura Navarro
        Nielsen Novak Nwosu Okafor Olsen Ortega Osei Palmer Park Pereira Petrov Quiroga Rahman Ramos Reyes Rossi Sandoval Santos Sato Schmid
        Silva Solberg Sorensen Stein Suzuki Takeda Tanaka Torres Ueda Varga Vasquez Verma Virtanen Wagner Weber Winter Yamada Yilmaz Zeman Zhou
        """);

    public static readonly string[] Companies = ["Northwind Harbor", "Cobalt Foundry", "Juniper Labs", "Meridian Rail", "Saltmarsh Energy", "Orchard Health", "Tundra Logistics", "Lantern Studios"];

    public static readonly string[] Subjects = Split(
        """
        backend billing builds capacity checkout compliance data deploys design docs edge facilities finance frontend growth hiring incidents
        infra kernel labs legal logistics marketing metrics mobile network onboarding oncall packaging payments platform privacy product
        quality releases research sales search security storage support telemetry testing training translations travel web
        """);

    public static readonly string[] Aspects = Split("alerts announce chat europe ideas leads news ops planning projects questions reviews standup sync team watch");

    public static readonly string[] Positions =
    [
        "Engineer", "Site Reliability Engineer", "Product Manager", "Designer", "Support Agent", "Data Analyst", "Team Lead", "Office Manager", "Release Manager", "Accountant",
    ];

    public static readonly string[] Emoji = Split("+1 heart tada eyes rocket white_check_mark smile thinking");

    public static readonly string[] Openings =
    [
        "Does anybody know whether", "Heads up:", "For the record,", "I have just checked and", "Small thing, but", "Good morning! It looks like", "Can someone confirm that",
        "From the customer's side", "After lunch", "As of today", "Reminder that", "Not urgent:",
    ];

    public static readonly string[] Things =
    [
        "the nightly build", "the staging cluster", "the new dashboard", "the invoice export", "the login page", "the mobile release", "the storage quota",
        "the on-call handover", "the certificate for the gateway", "the search index", "the translation file", "the meeting room screen",
    ];

    public static readonly string[] Happenings =
    [
        "is green again", "needs another pair of eyes", "takes twice as long as last week", "was rolled back an hour ago", "moved to Thursday", "is ready for review",
        "still fails on the second run", "works for me now", "should be announced in the town hall", "is waiting for the vendor", "got a lot faster",
        "will be switched off on Friday",
    ];

    public static readonly string[] Replies =
    [
        "Thanks, that helps.", "On it.", "Same here.", "I will take a look after the standup.", "Could you share the log?", "Done, please try again.", "Agreed, let us do that.",
        "It was the cache once more.",
    ];

    private static string[] Split(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
