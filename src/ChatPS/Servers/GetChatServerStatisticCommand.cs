using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Gets what a server that people run themselves comes to in numbers, as a whole or team by team, and what happened day by day.</summary>
[Cmdlet(VerbsCommon.Get, "ChatServerStatistic")]
[OutputType(typeof(ChatServerStatistic), typeof(ChatServerActivity))]
public sealed class GetChatServerStatisticCommand : SessionCmdlet
{
    /// <summary>The teams whose part of it is wanted: ids, names or objects. Left out, the whole server.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Gets each of the last days on which anything was sent, the newest first, in place of what there is by now.</summary>
    [Parameter]
    public SwitchParameter Daily { get; set; }

    private protected override void Process()
    {
        foreach (var team in Team ?? [null!])
        {
            Guard(team?.Value, () =>
            {
                var statistics = Require<IServerStatisticReader>(team);
                if (!Daily)
                    Write(Await(statistics.GetAsync(team?.Value, Context)));
                else
                    foreach (var day in Await(statistics.ListDaysAsync(team?.Value, Context)))
                        Write(day);
            });
        }
    }
}
