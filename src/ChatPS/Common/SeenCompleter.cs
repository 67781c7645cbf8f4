using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ChatPS.Client.Sessions;

namespace ChatPS.Common;

/// <summary>Completes names from what the session has seen; asks no server, so that the prompt never waits.</summary>
internal abstract class SeenCompleter(string kind) : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (CompletionSession.Of(fakeBoundParameters) is not { IsConnected: true, Connection: Connection connection })
            return [];
        var word = wordToComplete.Trim('\'', '"');
        return connection.Seen.Names(kind)
            .Union(KnownTo(connection))
            .Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, name));
    }

    /// <summary>Names that need not be seen first.</summary>
    private protected virtual IEnumerable<string> KnownTo(Connection connection) => [];

    private static string Quote(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
        ? name
        : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}

/// <summary>Completes rooms.</summary>
internal sealed class RoomCompleter() : SeenCompleter(nameof(ChatRoom));

/// <summary>Completes the short codes of lobbies.</summary>
internal sealed class LobbyCompleter() : SeenCompleter(nameof(ChatLobby));

/// <summary>Completes teams.</summary>
internal sealed class TeamCompleter() : SeenCompleter(nameof(ChatTeam));

/// <summary>Completes users.</summary>
internal sealed class UserCompleter() : SeenCompleter(nameof(ChatUser));

/// <summary>Completes bots.</summary>
internal sealed class BotCompleter() : SeenCompleter(nameof(ChatBot));

/// <summary>Completes slash commands.</summary>
internal sealed class CommandCompleter() : SeenCompleter(nameof(ChatCommand));

/// <summary>Completes apps.</summary>
internal sealed class AppCompleter() : SeenCompleter(nameof(ChatApp));

/// <summary>Completes those who work on apps.</summary>
internal sealed class AppCollaboratorCompleter() : SeenCompleter(nameof(ChatAppCollaborator));

/// <summary>Completes the apps that are on offer.</summary>
internal sealed class AppTransferCompleter() : SeenCompleter(nameof(ChatAppTransfer));

/// <summary>Completes the domains of apps.</summary>
internal sealed class DomainCompleter() : SeenCompleter(nameof(ChatAppDomain));

/// <summary>Completes SSH keys.</summary>
internal sealed class KeyCompleter() : SeenCompleter(nameof(ChatKey));

/// <summary>Completes the addresses that were invited.</summary>
internal sealed class InviteCompleter() : SeenCompleter(nameof(ChatInvite));

/// <summary>Completes the variables of apps.</summary>
internal sealed class ConfigVarCompleter() : SeenCompleter(nameof(ChatAppConfigVar));

/// <summary>Completes the features of apps.</summary>
internal sealed class AppFeatureCompleter() : SeenCompleter(nameof(ChatAppFeature));

/// <summary>Completes the features of the account.</summary>
internal sealed class AccountFeatureCompleter() : SeenCompleter(nameof(ChatAccountFeature));

/// <summary>Completes process types.</summary>
internal sealed class FormationCompleter() : SeenCompleter(nameof(ChatAppFormation));

/// <summary>Completes processes.</summary>
internal sealed class ProcessCompleter() : SeenCompleter(nameof(ChatProcess));

/// <summary>Completes the releases of apps.</summary>
internal sealed class ReleaseCompleter() : SeenCompleter(nameof(ChatAppRelease));

/// <summary>Completes builds.</summary>
internal sealed class BuildCompleter() : SeenCompleter(nameof(ChatAppBuild));

/// <summary>Completes the deployments of apps.</summary>
internal sealed class DeploymentCompleter() : SeenCompleter(nameof(ChatDeployment));

/// <summary>Completes emojis.</summary>
internal sealed class EmojiCompleter() : SeenCompleter(nameof(ChatEmoji));

/// <summary>Completes regions.</summary>
internal sealed class RegionCompleter() : SeenCompleter(nameof(ChatRegion))
{
    private protected override IEnumerable<string> KnownTo(Connection connection) => connection.Platform.Regions;
}

/// <summary>Completes fleets.</summary>
internal sealed class FleetCompleter() : SeenCompleter(nameof(ChatFleet));

/// <summary>Completes the machines of fleets.</summary>
internal sealed class NodeCompleter() : SeenCompleter(nameof(ChatNode));

/// <summary>Completes kinds of machines.</summary>
internal sealed class NodeShapeCompleter() : SeenCompleter(nameof(ChatNodeShape));

/// <summary>Completes stacks.</summary>
internal sealed class StackCompleter() : SeenCompleter(nameof(ChatStack));

/// <summary>Completes add-ons.</summary>
internal sealed class AddonCompleter() : SeenCompleter(nameof(ChatAddon));

/// <summary>Completes kinds of add-ons.</summary>
internal sealed class AddonServiceCompleter() : SeenCompleter(nameof(ChatAddonService));

/// <summary>Completes the plans of add-ons.</summary>
internal sealed class AddonPlanCompleter() : SeenCompleter(nameof(ChatAddonPlan));

/// <summary>Completes the certificates of apps.</summary>
internal sealed class SslEndpointCompleter() : SeenCompleter(nameof(ChatSslEndpoint));

/// <summary>Completes the places that logs are sent to.</summary>
internal sealed class LogDrainCompleter() : SeenCompleter(nameof(ChatLogDrain));

/// <summary>Completes the archives that servers have exported.</summary>
internal sealed class ExportCompleter() : SeenCompleter(nameof(ChatExport));

/// <summary>Completes the archives that servers can import.</summary>
internal sealed class ImportCompleter() : SeenCompleter(nameof(ChatImport));

/// <summary>Completes plugins.</summary>
internal sealed class PluginCompleter() : SeenCompleter(nameof(ChatPlugin));

/// <summary>Completes policies of how long messages are kept.</summary>
internal sealed class RetentionPolicyCompleter() : SeenCompleter(nameof(ChatRetentionPolicy));

/// <summary>Completes settings of servers.</summary>
internal sealed class ServerConfigCompleter() : SeenCompleter(nameof(ChatServerConfig));

/// <summary>Completes roles.</summary>
internal sealed class RoleCompleter() : SeenCompleter(nameof(ChatRole));

/// <summary>Completes permission schemes.</summary>
internal sealed class SchemeCompleter() : SeenCompleter(nameof(ChatScheme));

/// <summary>Completes groups.</summary>
internal sealed class GroupCompleter() : SeenCompleter(nameof(ChatGroup));

/// <summary>Completes groups of the directory.</summary>
internal sealed class LdapGroupCompleter() : SeenCompleter(nameof(ChatLdapGroup));

/// <summary>Completes fields of profiles.</summary>
internal sealed class UserAttributeCompleter() : SeenCompleter(nameof(ChatUserAttribute));
