using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>Says how users are to be reached: yourself, or others for whom you may say it.</summary>
[Cmdlet(VerbsCommon.Set, "ChatUserPresence", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUserPresence))]
public sealed class SetChatUserPresenceCommand : UserWriteCmdlet
{
    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user. Left out, yourself.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>
    /// How they are to be reached, in the platform's words: online, away, dnd or offline on Mattermost; chat, away, dnd or xa on
    /// HipChat.
    /// </summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(PresenceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Status { get; set; }

    /// <summary>What they say about it: on Mattermost the custom status; an empty text for nothing.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>The emoji beside the message, by its name, such as palm_tree (Mattermost). Left out beside a message, a speech balloon.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Emoji { get; set; }

    /// <summary>When the message goes by itself (Mattermost); a time without a zone is local. Left out, it stays.</summary>
    [Parameter]
    public DateTimeOffset? Until { get; set; }

    /// <summary>Emits the presence of each user as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (change, passThru) = (new PresenceChange(Status, Message, Emoji, Until), PassThru.IsPresent);
        RefuseNothing(change, new PresenceChange(null, null));
        var users = User ?? [new UserIdentity(UserRef.Me.Value)];
        ForEachUser<IUserPresenceEditor>(
            users, "Change presence", (presences, user, context) => Emit(presences.UpdateAsync(user, change, passThru, context), passThru));
    }
}
