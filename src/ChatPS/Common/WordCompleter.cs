using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ChatPS.Common;

/// <summary>Completes from a few words; others may be given all the same.</summary>
internal abstract class WordCompleter(params string[] words) : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        words.Where(word => word.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(word));
}

/// <summary>Completes roles on a whole server.</summary>
internal sealed class SystemRoleCompleter() : WordCompleter("system_user", "system_admin", "system_guest");

/// <summary>Completes roles in a room.</summary>
internal sealed class RoomRoleCompleter() : WordCompleter("Admin", "Member");

/// <summary>Completes what somebody is told of in a room.</summary>
internal sealed class NotifyCompleter() : WordCompleter("all", "default", "mention", "none");

/// <summary>Completes whether somebody is told of a room by mail.</summary>
internal sealed class NotifyByMailCompleter() : WordCompleter("default", "false", "true");

/// <summary>Completes what a room's people may come from.</summary>
internal sealed class RoomSecurityTypeCompleter() : WordCompleter("GROUP", "GH_REPO", "GH_ORG", "GH_USER", "GL_GROUP", "GL_PROJECT", "GL_USER");

/// <summary>Completes what members and guests of a room may do or not.</summary>
internal sealed class ModeratedPermissionCompleter() : WordCompleter("create_post", "create_reactions", "manage_members", "use_channel_mentions");

/// <summary>Completes what people sign in with.</summary>
internal sealed class AuthServiceCompleter() : WordCompleter("email", "gitlab", "google", "ldap", "office365", "openid", "saml");

/// <summary>Completes search engines.</summary>
internal sealed class SearchEngineCompleter() : WordCompleter("bleve", "elasticsearch");

/// <summary>Completes what a certificate is for.</summary>
internal sealed class CertificateCompleter() : WordCompleter("LdapPrivate", "LdapPublic", "SamlIdp", "SamlPrivate", "SamlPublic");

/// <summary>Completes the orders of a list of users.</summary>
internal sealed class UserOrderCompleter() : WordCompleter("last_activity_at", "create_at", "status");

/// <summary>Completes what somebody may do with a team's app.</summary>
internal sealed class AppPermissionCompleter() : WordCompleter("view", "deploy", "operate", "manage");

/// <summary>Completes who writes to a log.</summary>
internal sealed class LogSourceCompleter() : WordCompleter("app", "heroku");

/// <summary>Completes how deliveries of webhooks show who sent them.</summary>
internal sealed class WebhookAuthenticationCompleter() : WordCompleter("jwt", "none");

/// <summary>Completes which way the messages of webhooks go.</summary>
internal sealed class WebhookDirectionCompleter() : WordCompleter("incoming", "outgoing");

/// <summary>Completes how a message has to begin with a trigger word.</summary>
internal sealed class WebhookTriggerCompleter() : WordCompleter("exact", "start");

/// <summary>Completes the form in which messages are told.</summary>
internal sealed class WebhookContentTypeCompleter() : WordCompleter("application/json", "application/x-www-form-urlencoded");

/// <summary>Completes how the addresses of slash commands are told.</summary>
internal sealed class CommandMethodCompleter() : WordCompleter("GET", "POST");

/// <summary>Completes the backgrounds of messages.</summary>
internal sealed class MessageColorCompleter() : WordCompleter("gray", "green", "purple", "random", "red", "yellow");

/// <summary>Completes how the text of messages is read.</summary>
internal sealed class MessageFormatCompleter() : WordCompleter("html", "text");

/// <summary>Completes by what right tokens are made.</summary>
internal sealed class GrantTypeCompleter() : WordCompleter("client_credentials", "password", "personal", "room_notification");

/// <summary>Completes how webhooks are told.</summary>
internal sealed class WebhookLevelCompleter() : WordCompleter("notify", "sync");

/// <summary>Completes how a port is spoken to.</summary>
internal sealed class TransportCompleter() : WordCompleter("tcp", "udp", "tls");

/// <summary>Completes the sizes of processes.</summary>
internal sealed class ProcessSizeCompleter() : WordCompleter("Eco", "Basic", "Standard-1X", "Standard-2X", "Performance-M", "Performance-L");

/// <summary>Completes what is measured of processes.</summary>
internal sealed class ProcessMetricCompleter() : WordCompleter(
    "cpu", "memory", "rateEgress", "totalEgress", "activeConnections", "gpuMemory", "gpuUtilization");

/// <summary>Completes what is measured of fleets.</summary>
internal sealed class FleetMetricCompleter() : WordCompleter("provisionedTotal", "provisionedBareMetal", "provisionedCloud", "utilized", "systemOverhead");

/// <summary>Completes who finds a lobby.</summary>
internal sealed class LobbyVisibilityCompleter() : WordCompleter("public", "private", "local");

/// <summary>Completes what jobs may do.</summary>
internal sealed class JobTypeCompleter() : WordCompleter(
    "active_users", "bleve_post_indexing", "data_retention", "elasticsearch_post_aggregation", "elasticsearch_post_indexing", "expiry_notify", "export_delete",
    "export_process", "extract_content", "import_delete", "import_process", "ldap_sync", "message_export", "migrations", "plugins", "product_notices");

/// <summary>Completes what preferences are about.</summary>
internal sealed class PreferenceCategoryCompleter() : WordCompleter(
    "advanced_settings", "direct_channel_show", "display_settings", "favorite_channel", "flagged_post", "notifications", "sidebar_settings", "theme", "tutorial_step");

/// <summary>Completes what the values of a field of profiles are.</summary>
internal sealed class UserAttributeTypeCompleter() : WordCompleter("date", "email", "multiselect", "multiuser", "phone", "select", "text", "url", "user");

/// <summary>Completes when profiles show a field.</summary>
internal sealed class UserAttributeVisibilityCompleter() : WordCompleter("always", "hidden", "when_set");

/// <summary>Completes the forms that archives of messages take.</summary>
internal sealed class ComplianceFormatCompleter() : WordCompleter("actiance", "csv", "globalrelay");
