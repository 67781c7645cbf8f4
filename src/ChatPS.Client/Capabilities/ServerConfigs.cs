using System.Text.Json.Nodes;
using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>A setting that shall have another value.</summary>
/// <param name="Path">The section and the name with a point between them; case does not count.</param>
/// <param name="Value">The value.</param>
internal sealed record SettingChange(string Path, JsonNode? Value);

internal interface IServerConfigReader
{
    /// <summary>All settings, in the server's order.</summary>
    Task<IReadOnlyList<ChatServerConfig>> ReadAsync(CallContext context);

    /// <summary>The settings of a configuration that somebody keeps as JSON.</summary>
    IReadOnlyList<ChatServerConfig> Read(JsonObject config);
}

internal interface IServerConfigEditor
{
    /// <summary>Changes settings that are independent of each other: one that cannot be changed leaves the others alone.</summary>
    /// <returns>The settings as they are then, in the order of the changes.</returns>
    Task<IReadOnlyList<Outcome<ChatServerConfig>>> SetAsync(IReadOnlyList<SettingChange> changes, CallContext context);

    /// <summary>Changes settings that belong together: all of them or none.</summary>
    /// <returns>The settings as they are then.</returns>
    Task<IReadOnlyList<ChatServerConfig>> PatchAsync(JsonObject patch, CallContext context);

    /// <summary>Gives settings, or all of a section, the values that a new server has.</summary>
    /// <returns>The settings as they are then, for each path.</returns>
    Task<IReadOnlyList<Outcome<IReadOnlyList<ChatServerConfig>>>> ResetAsync(IReadOnlyList<string> paths, CallContext context);

    /// <summary>Has the server read its configuration again from where it is kept.</summary>
    Task ReloadAsync(CallContext context);
}
