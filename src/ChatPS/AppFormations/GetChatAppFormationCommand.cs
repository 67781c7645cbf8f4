using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AppFormations;

/// <summary>Gets the process types of apps: how many processes of each run, and how big they are.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppFormation", SupportsPaging = true)]
[OutputType(typeof(ChatAppFormation))]
public sealed class GetChatAppFormationCommand : AppItemGetCmdlet
{
    /// <summary>The process types, such as web: names, ids or patterns. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessType", "AppFormationId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FormationCompleter))]
    public FormationIdentity[]? Type { get; set; }

    private protected override void Process() => WriteItems<ChatAppFormation>(Type, formation => [formation.Type]);
}
