using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Teams;

/// <summary>Takes what another product has exported, its people, channels and messages, into a team, and emits what the server says of it.</summary>
[Cmdlet(VerbsData.Import, "ChatTeam", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class ImportChatTeamCommand : WriteCmdlet
{
    /// <summary>The file that was exported: for Slack a ZIP archive.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The team: its id, its name, or the object; left out, the session's team.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The product that exported the file. The servers know of slack alone, which it is when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string From { get; set; } = "slack";

    private protected override void Process()
    {
        Guard(Path, () =>
        {
            var teams = Require<ITeamImporter>(Team);
            var (team, source) = (ConnectionFor(Team).Session.TeamOr(Team?.Value), From);
            var file = LocalFiles.ToUpload(LocalFiles.Resolve(this, Path!));
            if (Should(Team?.Display ?? team, $"Import {file.Name}"))
                Submit(Path, context => Emit(teams.ImportAsync(team, source, file, context)));
        });
    }
}
