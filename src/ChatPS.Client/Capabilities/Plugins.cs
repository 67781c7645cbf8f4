using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A plugin to be installed: from a file, from an address, or by its id from the marketplace.</summary>
internal sealed record NewPlugin
{
    public FileUpload? File { get; init; }

    public string? Url { get; init; }

    public string? Id { get; init; }

    /// <summary>The version of what the marketplace offers; null for the one that it offers.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it may take the place of one that is there.</summary>
    public bool Replace { get; init; }
}

internal interface IPluginManager
{
    /// <summary>What the marketplace offers.</summary>
    /// <param name="search">What ids, names or descriptions shall have in them; null for all.</param>
    /// <param name="localOnly">Whether to leave out what is not on the server already.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatPlugin> OfferedAsync(string? search, bool localOnly, PageWindow window, CallContext context);

    Task<ChatPlugin> InstallAsync(NewPlugin plugin, CallContext context);

    /// <param name="plugin">The plugin's id or name.</param>
    /// <param name="enable">Whether it shall run.</param>
    /// <param name="wanted">Whether the plugin is wanted back.</param>
    /// <param name="context">The call.</param>
    Task<ChatPlugin?> SwitchAsync(string plugin, bool enable, bool wanted, CallContext context);
}
