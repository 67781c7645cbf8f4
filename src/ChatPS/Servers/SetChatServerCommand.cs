using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Marks a server that people run themselves busy for a time, so that it leaves out what can wait, or no longer.</summary>
[Cmdlet(VerbsCommon.Set, "ChatServer", SupportsShouldProcess = true)]
[OutputType(typeof(ChatServer))]
public sealed class SetChatServerCommand : WriteCmdlet
{
    // What Mattermost's own tools take when they are told nothing.
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromHours(1);

    /// <summary>Marks the server busy; -Busy:$false has it do again what it left out.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter Busy { get; set; }

    /// <summary>How long it is to be busy: a time span or a number of seconds, a day at most. Left out, an hour.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Duration { get; set; }

    /// <summary>Emits the server as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Guard(null, () =>
    {
        var (server, reader) = (Require<IServerEditor>(), Require<IServerReader>());
        if (!Busy && Duration is not null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A server that is not to be busy is not so for a time.") { Advice = "Leave -Duration out." };
        var (duration, wanted) = (Busy ? Duration ?? DefaultDuration : (TimeSpan?)null, PassThru.IsPresent);
        if (Should(ConnectionFor().Session.BaseUri.Host, duration is null ? "Mark no longer busy" : $"Mark busy for {duration}"))
            Submit(null, async context =>
            {
                await server.SetBusyAsync(duration, context).ConfigureAwait(false);
                return wanted ? await reader.GetAsync(context).ConfigureAwait(false) : null;
            });
    });
}
