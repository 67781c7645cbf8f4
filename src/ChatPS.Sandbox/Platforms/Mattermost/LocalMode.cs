namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>
/// What the server does over the socket in its file system, for whoever has a shell on its machine. A real one has a list of its own there, much shorter than
/// that of its address: what mmctl does with accounts, teams, channels and the server, and nothing that needs somebody who does it.
/// </summary>
internal static class LocalMode
{
    // What this server's version has. Later ones have some of the other operations of this version there too (config/client, config/reload, preferences,
    // deleting a post); a 5.37 does not, and a client that relied on them would fail on it.
    private const string Own = """
        GET /bots
        GET /bots/{bot_user_id}
        PUT /bots/{bot_user_id}
        POST /bots/{bot_user_id}/assign/{user_id}
        POST /bots/{bot_user_id}/convert_to_user
        POST /bots/{bot_user_id}/disable
        POST /bots/{bot_user_id}/enable
        GET /channels
        POST /channels
        DELETE /channels/{channel_id}
        GET /channels/{channel_id}
        GET /channels/{channel_id}/groups
        GET /channels/{channel_id}/members
        POST /channels/{channel_id}/members
        DELETE /channels/{channel_id}/members/{user_id}
        GET /channels/{channel_id}/members/{user_id}
        POST /channels/{channel_id}/move
        PUT /channels/{channel_id}/patch
        GET /channels/{channel_id}/posts
        PUT /channels/{channel_id}/privacy
        POST /channels/{channel_id}/restore
        GET /commands
        POST /commands
        DELETE /commands/{command_id}
        GET /commands/{command_id}
        PUT /commands/{command_id}
        PUT /commands/{command_id}/move
        GET /config
        PUT /config
        POST /config/migrate
        PUT /config/patch
        GET /exports
        DELETE /exports/{export_name}
        GET /exports/{export_name}
        GET /hooks/incoming
        POST /hooks/incoming
        DELETE /hooks/incoming/{hook_id}
        GET /hooks/incoming/{hook_id}
        PUT /hooks/incoming/{hook_id}
        GET /hooks/outgoing
        POST /hooks/outgoing
        DELETE /hooks/outgoing/{hook_id}
        GET /hooks/outgoing/{hook_id}
        PUT /hooks/outgoing/{hook_id}
        GET /imports
        POST /integrity
        GET /jobs
        POST /jobs
        GET /jobs/type/{type}
        GET /jobs/{job_id}
        POST /jobs/{job_id}/cancel
        DELETE /ldap/certificate/private
        POST /ldap/certificate/private
        DELETE /ldap/certificate/public
        POST /ldap/certificate/public
        GET /ldap/groups
        POST /ldap/migrateid
        POST /ldap/sync
        POST /ldap/test
        DELETE /license
        POST /license
        GET /logs
        GET /plugins
        POST /plugins
        POST /plugins/install_from_url
        GET /plugins/marketplace
        POST /plugins/marketplace
        DELETE /plugins/{plugin_id}
        POST /plugins/{plugin_id}/disable
        POST /plugins/{plugin_id}/enable
        GET /posts/{post_id}
        GET /roles/name/{role_name}
        POST /roles/names
        GET /roles/{role_id}
        PUT /roles/{role_id}/patch
        POST /saml/reset_auth_data
        DELETE /server_busy
        GET /server_busy
        POST /server_busy
        GET /system/ping
        GET /teams
        POST /teams
        GET /teams/name/{name}
        GET /teams/name/{team_name}/channels/name/{channel_name}
        POST /teams/search
        DELETE /teams/{team_id}
        GET /teams/{team_id}
        PUT /teams/{team_id}
        GET /teams/{team_id}/channels
        GET /teams/{team_id}/channels/deleted
        GET /teams/{team_id}/channels/name/{channel_name}
        GET /teams/{team_id}/channels/private
        GET /teams/{team_id}/groups
        POST /teams/{team_id}/invite/email
        POST /teams/{team_id}/members
        DELETE /teams/{team_id}/members/{user_id}
        PUT /teams/{team_id}/patch
        PUT /teams/{team_id}/privacy
        POST /teams/{team_id}/restore
        POST /uploads
        GET /uploads/{upload_id}
        POST /uploads/{upload_id}
        DELETE /users
        GET /users
        POST /users
        GET /users/email/{email}
        POST /users/ids
        POST /users/migrate_auth/ldap
        POST /users/migrate_auth/saml
        POST /users/password/reset/send
        POST /users/tokens/revoke
        GET /users/username/{username}
        DELETE /users/{user_id}
        GET /users/{user_id}
        PUT /users/{user_id}
        PUT /users/{user_id}/active
        POST /users/{user_id}/convert_to_bot
        POST /users/{user_id}/demote
        POST /users/{user_id}/email/verify/member
        PUT /users/{user_id}/mfa
        PUT /users/{user_id}/password
        POST /users/{user_id}/promote
        PUT /users/{user_id}/roles
        GET /users/{user_id}/tokens
        POST /users/{user_id}/tokens
        GET /users/{user_id}/uploads
        """;

    // What came after this version and is simulated all the same is there if the local mode of later versions has it.
    private const string Later = """
        GET /access_control_policies/cel/autocomplete/fields
        POST /access_control_policies/cel/check
        POST /access_control_policies/cel/test
        POST /access_control_policies/cel/validate_requester
        POST /access_control_policies/cel/visual_ast
        POST /access_control_policies/search
        PUT /access_control_policies
        DELETE /access_control_policies/{policy_id}
        GET /access_control_policies/{policy_id}
        GET /access_control_policies/{policy_id}/activate
        POST /access_control_policies/{policy_id}/assign
        GET /access_control_policies/{policy_id}/resources/channels
        POST /access_control_policies/{policy_id}/resources/channels/search
        DELETE /access_control_policies/{policy_id}/unassign
        GET /custom_profile_attributes/fields
        POST /custom_profile_attributes/fields
        DELETE /custom_profile_attributes/fields/{field_id}
        PATCH /custom_profile_attributes/fields/{field_id}
        PATCH /custom_profile_attributes/values
        POST /exports/{export_name}/presign-url
        PATCH /jobs/{job_id}/status
        POST /plugins/reattach
        GET /roles
        GET /system/schema/version
        GET /users/{user_id}/custom_profile_attributes
        PATCH /users/{user_id}/custom_profile_attributes
        """;

    private static readonly HashSet<string> Operations = [.. $"{Own}\n{Later}".Split('\n', StringSplitOptions.TrimEntries).Select(Shape)];

    public static int Count => Operations.Count;

    /// <summary>Whether an operation of the API, named by its method and the template of its path, is one of them.</summary>
    public static bool Has(string method, string template) =>
        template.StartsWith(MattermostService.Prefix, StringComparison.Ordinal) && Operations.Contains(Shape($"{method} {template[MattermostService.Prefix.Length..]}"));

    // What a place in a path is called does not matter.
    private static string Shape(string operation) => string.Join('/', operation.Split('/').Select(part => part.StartsWith('{') ? "{}" : part));
}
