using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Takes a server's configuration from one place where it is kept to another.</summary>
internal interface IServerConfigMover
{
    /// <param name="from">A file's path, or the address of a database.</param>
    /// <param name="to">Another one.</param>
    /// <param name="context">The call.</param>
    Task CopyAsync(string from, string to, CallContext context);
}

/// <summary>Writes a server's configuration down, to be laid over that of another.</summary>
internal interface IServerConfigSaver
{
    /// <param name="changedOnly">Without what a new server has anyway.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="context">The call.</param>
    Task SaveAsync(bool changedOnly, Stream target, CallContext context);
}

/// <summary>Has a server try what its configuration says.</summary>
internal interface IServerConfigTester
{
    /// <summary>Sends a mail to whoever asks.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    Task<string?> TestMailAsync(CallContext context);

    /// <summary>Reaches the storage of files.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    Task<string?> TestFileStoreAsync(CallContext context);

    /// <summary>Reaches the search engine beside the server.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    Task<string?> TestSearchAsync(CallContext context);

    /// <summary>Reaches the server itself by an address.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    Task<string?> TestSiteUrlAsync(string url, CallContext context);
}
