using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>All that the service knows.</summary>
internal sealed partial class HathoraState
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public List<User> Users { get; } = [];

    public List<Organization> Orgs { get; } = [];

    public List<App> Apps { get; } = [];

    public List<Fleet> Fleets { get; } = [];

    /// <summary>Rooms by their ids, which the whole service shares; those of the past included.</summary>
    public Dictionary<string, Room> Rooms { get; } = [];

    /// <summary>Who the tokens that are accepted stand for, by their values.</summary>
    public Dictionary<string, HathoraCaller> Tokens { get; } = [];

    /// <summary>Makes ids: reproducible ones while the seed runs, any afterwards.</summary>
    public Func<Guid> NewGuid { get; set; } = Guid.NewGuid;

    /// <param name="prefix">What the ids of the kind begin with.</param>
    public string NewId(string prefix) => prefix + NewGuid();

    /// <summary>The short kind of id that rooms have.</summary>
    public string NewRoomId() => NewGuid().ToString("N")[..13];

    /// <summary>A secret of the form that organizations' tokens have.</summary>
    public static string NewOrgToken() => $"hathora_org_st_{Seeder.Secret(50, Alphabet)}_{Seeder.Secret(32, "0123456789abcdef")}";

    /// <summary>A secret for an address or an app.</summary>
    public static string NewSecret() => Seeder.Secret(32, "0123456789abcdef");

    /// <summary>Takes an app away with all that runs of it.</summary>
    public void Remove(App app, DateTimeOffset time)
    {
        foreach (var process in app.Processes)
            Stop(process, time, "Stopped because the application was deleted");
        Apps.Remove(app);
    }
}
