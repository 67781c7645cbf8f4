using ChatPS.Client.Http;
using ChatPS.Files;

namespace ChatPS.Servers;

/// <summary>A cmdlet that saves a file of which a server has one.</summary>
public abstract class ServerFileSaveCmdlet : ArchiveSaveCmdlet
{
    private protected ServerFileSaveCmdlet()
    {
    }

    /// <summary>Saves the file.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="name">What the file is called in a folder.</param>
    /// <param name="save">Writes it, and says how far it is.</param>
    private protected void Save<T>(string action, string name, Func<T, Stream, Action<long, long?>, CallContext, Task> save) where T : class => Guard(null, () =>
    {
        var source = Require<T>();
        SaveOne(null, ConnectionFor().Session.BaseUri.Host, action, name, name, (stream, report, context) => save(source, stream, report, context));
    });
}
