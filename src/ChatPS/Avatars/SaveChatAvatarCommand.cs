using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Avatars;

/// <summary>Saves the pictures of users or teams to the disk. Set-ChatUser -Photo and Set-ChatTeam -Avatar change them.</summary>
[Cmdlet(VerbsData.Save, "ChatAvatar", SupportsShouldProcess = true, DefaultParameterSetName = UserSet)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatAvatarCommand : UserWriteCmdlet
{
    private const string UserSet = "User";
    private const string TeamSet = "Team";

    private SaveTarget? _target;

    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The teams: ids, names or objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TeamSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>A folder, in which each picture gets the name of its user or team, or the path of one file. Left out, the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Overwrites files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the saved files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (target, wanted) = (_target ??= new SaveTarget(LocalFiles.Resolve(this, Destination), Force), PassThru.IsPresent);
        ForEachUser<IAvatarReader>(User ?? [], $"Save picture to {Destination}", (avatars, user, context) => Emit(
            SaveAsync(target, user.UserName ?? user.Value.TrimStart('@'), stream => avatars.SaveAsync(user, stream, context)), wanted));
        foreach (var team in Team ?? [])
        {
            Guard(team, () =>
            {
                var avatars = Require<IAvatarReader>(team);
                if (Should(team.Display, $"Save picture to {Destination}"))
                    Submit(team, context => Emit(SaveAsync(target, team.Display, stream => avatars.SaveAsync(team.Value, stream, context)), wanted));
            });
        }
    }

    private static async Task<FileInfo> SaveAsync(SaveTarget target, string name, Func<Stream, Task> write) =>
        new(await target.SaveAsync(name + ".png", "picture.png", write).ConfigureAwait(false));
}
