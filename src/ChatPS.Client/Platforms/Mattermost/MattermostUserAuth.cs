using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What all users of a kind sign in with.</summary>
internal sealed class MattermostUserAuth(Connection connection) : Resource(connection), IUserAuthMigrator
{
    public Task MigrateAsync(UserAuthMigration migration, CallContext context)
    {
        if (migration.To.Equals("ldap", StringComparison.OrdinalIgnoreCase))
        {
            Unsupported.IfGiven(migration.Auto, ChatPlatform.Mattermost, "Auto together with -To ldap");
            Unsupported.IfGiven(migration.Matches, ChatPlatform.Mattermost, "Match together with -To ldap");
            return SendAsync(
                Call(MigrateAuthToLdap)
                    .Body("from", migration.From)
                    .Body("match_field", migration.MatchField ?? throw Refused("The directory's field to find people by is missing.", "Give -MatchField: email or username."))
                    .Body("force", migration.AllowDuplicate),
                context);
        }
        Unsupported.IfGiven(migration.MatchField, ChatPlatform.Mattermost, "MatchField together with -To saml");
        Unsupported.IfGiven(migration.AllowDuplicate, ChatPlatform.Mattermost, "AllowDuplicate together with -To saml");
        if (migration.Auto == (migration.Matches is not null))
            throw Refused("Either names and addresses are the same on both sides, or it is told who is who.", "Give -Auto, or with -Match the name for each address.");
        return SendAsync(
            Call(MigrateAuthToSaml).Body("from", migration.From).Body("matches", migration.Matches ?? new JsonObject()).Body("auto", migration.Auto), context);

        static ChatException Refused(string what, string advice) => new(ChatErrorReason.InvalidRequest, what) { Advice = advice };
    }
}
