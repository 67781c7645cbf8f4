using System.Management.Automation;
using ChatPS.Client.Http;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Servers;

/// <summary>A cmdlet that saves a file of which a server has one.</summary>
public abstract class ServerFileSaveCmdlet : WriteCmdlet
{
    private SaveTarget? _target;

    private protected ServerFileSaveCmdlet()
    {
    }

    /// <summary>A folder, or the path of the file. Left out, the current folder.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Overwrites a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the saved file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Saves the file.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="name">What the file is called in a folder.</param>
    /// <param name="save">Writes it, and says how far it is.</param>
    private protected void Save<T>(string action, string name, Func<T, Stream, Action<long, long?>, CallContext, Task> save) where T : class => Guard(null, () =>
    {
        var source = Require<T>();
        var target = _target ??= new SaveTarget(LocalFiles.Resolve(this, Destination), Force);
        var wanted = PassThru.IsPresent;
        if (Should(ConnectionFor().Session.BaseUri.Host, $"{action} to {Destination}"))
            Submit(null, async context =>
            {
                var path = await target.SaveAsync(name, name, stream => SaveProgress.ShowAsync(
                    name, stream, context, report => save(source, stream, report, context))).ConfigureAwait(false);
                return wanted ? new FileInfo(path) : null;
            });
    });
}
