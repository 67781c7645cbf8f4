using ChatPS.Client.Capabilities;

namespace ChatPS.Invites;

/// <summary>Reads what somebody is invited to be from the parameters that say it.</summary>
internal static class InviteGrants
{
    /// <exception cref="ChatException">It is said in two ways.</exception>
    public static InviteGrant Of(string? role, string[]? scope)
    {
        // Rows of a table have both columns, and one of them is empty.
        var grant = new InviteGrant(string.IsNullOrEmpty(role) ? null : role, scope?.Where(word => !string.IsNullOrEmpty(word)).ToArray() is { Length: > 0 } words ? words : null);
        return grant is { Role: not null, Scope: not null }
            ? throw new ChatException(ChatErrorReason.InvalidRequest, "A role and scopes were given, and each says all there is to say.") { Advice = "Give -Role or -Scope." }
            : grant;
    }
}
