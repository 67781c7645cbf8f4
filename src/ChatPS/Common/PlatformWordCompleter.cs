using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ChatPS.Common;

/// <summary>Completes from a few words that each platform has of its own; without a session, from those of all.</summary>
internal abstract class PlatformWordCompleter(params (ChatPlatform Platform, string[] Words)[] words) : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var platform = CompletionSession.Of(fakeBoundParameters)?.Platform;
        return words.Where(own => platform is null || own.Platform == platform)
            .SelectMany(own => own.Words)
            .Distinct()
            .Where(word => word.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(word));
    }
}

/// <summary>Completes roles that people are invited to.</summary>
internal sealed class InviteRoleCompleter() : PlatformWordCompleter(
    (ChatPlatform.Heroku, ["admin", "collaborator", "member", "owner"]),
    (ChatPlatform.Hathora, ["admin", "member", "viewer"]));

/// <summary>Completes how somebody is to be reached.</summary>
internal sealed class PresenceCompleter() : PlatformWordCompleter(
    (ChatPlatform.HipChat, ["chat", "away", "dnd", "xa"]),
    (ChatPlatform.Mattermost, ["online", "away", "dnd", "offline"]));

/// <summary>Completes what people may do in a team that they are invited to.</summary>
internal sealed class InviteScopeCompleter() : PlatformWordCompleter((ChatPlatform.Hathora, TeamScopes.All));

/// <summary>Completes what a token may be good for.</summary>
internal sealed class TokenScopeCompleter() : PlatformWordCompleter(
    (ChatPlatform.Heroku, ["global", "identity", "read", "write", "read-protected", "write-protected"]),
    (ChatPlatform.Hathora, ["admin", .. TeamScopes.All]),
    (ChatPlatform.HipChat,
    [
        "admin_group", "admin_room", "import_data", "manage_rooms", "send_message", "send_notification", "view_group", "view_messages", "view_room",
    ]));

/// <summary>Completes what webhooks are told.</summary>
internal sealed class WebhookEventCompleter() : PlatformWordCompleter(
    (ChatPlatform.Heroku,
    [
        "api:addon", "api:addon-attachment", "api:app", "api:build", "api:collaborator", "api:domain", "api:dyno", "api:formation", "api:release", "api:sni-endpoint",
    ]),
    (ChatPlatform.HipChat,
    [
        "room_archived", "room_created", "room_deleted", "room_enter", "room_exit", "room_file_upload", "room_message", "room_notification",
        "room_topic_change", "room_unarchived",
    ]));

/// <summary>Completes what a process may be doing.</summary>
internal sealed class ProcessStatusCompleter() : PlatformWordCompleter(
    (ChatPlatform.Heroku, ["starting", "up", "idle", "crashed", "down"]),
    (ChatPlatform.Hathora, ["starting", "running", "draining", "stopping", "stopped", "failed"]));
