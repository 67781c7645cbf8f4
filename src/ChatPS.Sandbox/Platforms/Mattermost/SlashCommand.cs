using System.Text.Json.Serialization;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>A word that people type after a slash, and the address that is told.</summary>
internal sealed class SlashCommand
{
    public required string Id { get; init; }

    public string Token { get; set; } = "";

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; init; }

    public required string CreatorId { get; init; }

    public required string TeamId { get; set; }

    public string Trigger { get; set; } = "";

    public string Method { get; set; } = "";

    public string Username { get; set; } = "";

    public string IconUrl { get; set; } = "";

    public bool AutoComplete { get; set; }

    public string AutoCompleteDesc { get; set; } = "";

    public string AutoCompleteHint { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string Description { get; set; } = "";

    public string Url { get; set; } = "";

    public string PluginId { get; init; } = "";

    /// <summary>Whether the server brings it along.</summary>
    [JsonIgnore]
    public bool IsBuiltIn => Id.Length == 0;

    /// <summary>A copy for those who may only use it.</summary>
    public SlashCommand ForUsers() => new()
    {
        Id = Id,
        CreateAt = CreateAt,
        UpdateAt = UpdateAt,
        DeleteAt = DeleteAt,
        CreatorId = "",
        TeamId = TeamId,
        Trigger = Trigger,
        AutoComplete = AutoComplete,
        AutoCompleteDesc = AutoCompleteDesc,
        AutoCompleteHint = AutoCompleteHint,
        DisplayName = DisplayName,
        Description = Description,
    };
}
