using System.Management.Automation;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Files;

/// <summary>A cmdlet that saves archives that a server made.</summary>
public abstract class ArchiveSaveCmdlet : SaveCmdlet
{
    private protected ArchiveSaveCmdlet()
    {
    }

    /// <summary>A folder, or the path of one file. Left out, the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Saves each of some archives; one that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="archives">The archives.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="nameOf">What the file is called in a folder.</param>
    /// <param name="save">Writes an archive, and says how far it is.</param>
    private protected void SaveEach<T>(
        IEnumerable<Identity> archives, string action, Func<Identity, string> nameOf, Func<T, string, Stream, Action<long, long?>, CallContext, Task> save) where T : class
    {
        foreach (var archive in archives)
        {
            Guard(archive, () =>
            {
                var (source, id) = (Require<T>(archive), archive.Literal);
                SaveOne(archive, archive.Display, action, nameOf(archive), id, (stream, report, context) => save(source, id, stream, report, context));
            });
        }
    }

    /// <summary>Saves one archive.</summary>
    /// <param name="target">What it is, for the error if there is one.</param>
    /// <param name="shown">What it is called, for -WhatIf and -Confirm.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="name">What the file is called in a folder.</param>
    /// <param name="fallback">The same, when that is no name for a file.</param>
    /// <param name="save">Writes the archive, and says how far it is.</param>
    private protected void SaveOne(
        object? target, string shown, string action, string name, string fallback, Func<Stream, Action<long, long?>, CallContext, Task> save)
    {
        var (place, wanted) = (TargetAt(Destination), PassThru.IsPresent);
        if (Should(shown, $"{action} to {Destination}"))
            Submit(target, async context =>
            {
                var path = await place.SaveAsync(name, fallback, stream => SaveProgress.ShowAsync(
                    name, stream, context, report => save(stream, report, context))).ConfigureAwait(false);
                return wanted ? new FileInfo(path) : null;
            });
    }
}
