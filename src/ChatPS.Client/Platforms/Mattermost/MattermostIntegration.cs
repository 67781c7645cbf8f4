using System.Text.Json.Nodes;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the resources have in common for what joins a server to other programs: it changes only as a whole.</summary>
internal abstract class MattermostIntegration(Connection connection) : MattermostResource(connection)
{
    /// <summary>The server replaces such things whole: with everything that it says of one, changed and written back.</summary>
    protected async Task<ApiCall> ReplacementAsync(ApiCall read, ApiCall write, Action<JsonObject> change, CallContext context)
    {
        var known = await ReadAsync(read, MattermostJson.Default.JsonObject, context).ConfigureAwait(false);
        change(known);
        return write.Content(known);
    }

    /// <summary>Has a member say something else, if something was given.</summary>
    protected static void Set(JsonObject item, string name, object? value)
    {
        if (value is not null)
            item[name] = JsonValues.ToNode(value);
    }

    /// <summary>The same for a text that may be taken away.</summary>
    protected static void SetText(JsonObject item, string name, Given<string> value)
    {
        if (value.IsGiven)
            item[name] = value.Value ?? "";
    }

    /// <summary>The id of the user whose something new shall be; null for whoever makes it.</summary>
    /// <exception cref="ChatException">Nobody was named, and over the local socket nobody comes whose it could be.</exception>
    protected async Task<string?> OwnerIdAsync(string? owner, CallContext context)
    {
        if (owner is not null)
        {
            var id = await Names.UserIdAsync(owner, context).ConfigureAwait(false);
            // Whoever gave a name sees it again, though the server tells an id.
            if (MattermostNames.IsUserName(owner))
                MattermostUserNames.Learn(id, owner.TrimStart('@').ToLowerInvariant(), context);
            return id;
        }
        return !MattermostLocalMode.Is(Connection) ? null : throw new ChatException(
            ChatErrorReason.InvalidRequest, "It has to be somebody's, and the server's local mode has no account whose it could be.")
        {
            Advice = "Say with -Owner whose it shall be.",
        };
    }

    /// <summary>The team that something new goes to.</summary>
    /// <exception cref="ChatException">None was named, and the account is in several.</exception>
    protected async Task<string> OneTeamIdAsync(string? team, CallContext context) =>
        await Names.OnlyTeamIdAsync(team, context).ConfigureAwait(false) ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, $"No team was named, and you are in {(MattermostLocalMode.Is(Connection) ? "none" : "several")}.")
        {
            Advice = "Name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
        };

    /// <summary>Tells whoever wanted posts under another name or with another picture that the server does not let them.</summary>
    protected static void WarnOfOverrides(string? wantedName, string? name, string? wantedIcon, string? icon, CallContext context)
    {
        if (!string.IsNullOrEmpty(wantedName) && string.IsNullOrEmpty(name))
            context.Log.Warning("The server did not take the name to post under: ServiceSettings.EnablePostUsernameOverride is off in its configuration.");
        if (!string.IsNullOrEmpty(wantedIcon) && string.IsNullOrEmpty(icon))
            context.Log.Warning("The server did not take the picture to post with: ServiceSettings.EnablePostIconOverride is off in its configuration.");
    }
}
