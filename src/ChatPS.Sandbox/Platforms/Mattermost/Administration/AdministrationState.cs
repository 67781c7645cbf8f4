using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>What administrators run on a server, beside its people and rooms.</summary>
internal sealed class AdministrationState(MattermostState state)
{
    public JobBoard Jobs { get; } = new(state);

    /// <summary>The archives that export jobs left, by name.</summary>
    public SortedDictionary<string, byte[]> Exports { get; } = new(StringComparer.Ordinal);

    /// <summary>The archives that exports of messages left, by their jobs' ids.</summary>
    public Dictionary<string, byte[]> ComplianceExports { get; } = [];

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

    /// <summary>The fields that every profile has here.</summary>
    public Dictionary<string, UserAttribute> UserAttributes { get; } = [];

    /// <summary>The group of properties that those fields make.</summary>
    public string UserAttributeGroup => field ??= state.NewId();

    private readonly Dictionary<string, SortedDictionary<string, JsonNode>> _userAttributeValues = [];

    /// <summary>What those fields are of a user, by their ids.</summary>
    public SortedDictionary<string, JsonNode> UserAttributeValuesOf(User user)
    {
        if (!_userAttributeValues.TryGetValue(user.Id, out var own))
            _userAttributeValues[user.Id] = own = new(StringComparer.Ordinal);
        return own;
    }

    /// <summary>Takes away what everybody has said in a field.</summary>
    public void ForgetUserAttribute(string id)
    {
        foreach (var own in _userAttributeValues.Values)
            own.Remove(id);
    }

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
