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

    /// <summary>The team that something new goes to.</summary>
    /// <exception cref="ChatException">None was named, and the account is in several.</exception>
    protected async Task<string> OneTeamIdAsync(string? team, CallContext context) =>
        await Names.OnlyTeamIdAsync(team, context).ConfigureAwait(false) ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, "No team was named, and you are in several.")
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
