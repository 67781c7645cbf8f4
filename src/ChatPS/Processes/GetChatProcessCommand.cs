using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Gets the processes that apps run.</summary>
[Cmdlet(VerbsCommon.Get, "ChatProcess", SupportsPaging = true)]
[OutputType(typeof(ChatProcess))]
public sealed class GetChatProcessCommand : ProcessGetCmdlet
{
    /// <summary>The processes: ids, names such as web.1, or patterns. Left out, all that the app runs.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>Only processes of these types, such as web, worker or run: names, patterns or objects. Left out, those of all types.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessType")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FormationCompleter))]
    public FormationIdentity[]? Type { get; set; }

    private protected override void Get() => WriteItems<ChatProcess>(
        Process, process => [process.Name, process.Id], Type is null ? null : process => Type.Any(type => type.Fits(process.Type)));
}
