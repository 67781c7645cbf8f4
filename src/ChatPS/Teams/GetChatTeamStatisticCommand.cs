using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Gets what teams come to in numbers.</summary>
[Cmdlet(VerbsCommon.Get, "ChatTeamStatistic")]
[OutputType(typeof(ChatTeamStatistic))]
public sealed class GetChatTeamStatisticCommand : SessionCmdlet
{
    /// <summary>The teams: ids, names or objects. Left out, the session's team or, on HipChat, your group.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    private protected override void Process()
    {
        foreach (var team in Team ?? [null!])
            Guard(team, () => Write(Await(Require<ITeamStatisticReader>(team).GetStatisticAsync(team?.Value, Context))));
    }
}
