namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>What administrators run on a server, beside its people and rooms.</summary>
internal sealed class AdministrationState(MattermostState state)
{
    public JobBoard Jobs { get; } = new(state);

    /// <summary>The archives that export jobs left, by name.</summary>
    public SortedDictionary<string, byte[]> Exports { get; } = new(StringComparer.Ordinal);

    /// <summary>The archives that import jobs can take, by name.</summary>
    public SortedDictionary<string, byte[]> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>Uploads that are not whole yet.</summary>
    public Dictionary<string, Upload> Uploads { get; } = [];

    public PluginShelf Plugins { get; } = new();

    /// <summary>Whether an administrator has been to the marketplace.</summary>
    public bool MarketplaceVisited { get; set; }

    public Dictionary<string, RetentionPolicy> Policies { get; } = [];

    public List<ComplianceReport> Reports { get; } = [];

    /// <summary>The certificates that were uploaded, by what they are for.</summary>
    public Dictionary<string, byte[]> Certificates { get; } = [];

    public List<Terms> Terms { get; } = [];

    /// <summary>Which terms each user agreed to, and when.</summary>
    public Dictionary<string, (string Terms, long At)> Agreements { get; } = [];

    private readonly Dictionary<string, SortedDictionary<(string Category, string Name), string>> _preferences = [];

    /// <summary>A user's preferences: to begin with, that the introduction is over.</summary>
    public SortedDictionary<(string Category, string Name), string> PreferencesOf(User user)
    {
        if (!_preferences.TryGetValue(user.Id, out var own))
            _preferences[user.Id] = own = new() { [("display_settings", "name_format")] = "username", [("tutorial_step", user.Id)] = "999" };
        return own;
    }
}

/// <summary>Terms of service that people have to agree to.</summary>
internal sealed record Terms(string Id, long CreateAt, string UserId, string Text);
