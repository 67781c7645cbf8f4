using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Who a token stands for.</summary>
internal abstract record HathoraCaller;

/// <summary>A person, in all organizations that have her as a member, or a token of one organization.</summary>
internal sealed record Developer(string Email, OrgToken? Token = null) : HathoraCaller
{
    /// <summary>What the caller may do in an organization; null for a stranger.</summary>
    public Access? AccessTo(Organization org) => Token is null ? org.MemberOf(Email)?.Access : Token.Org == org ? Token.Access : null;
}

/// <summary>Somebody who plays, for one app only.</summary>
internal sealed record Player(App App, string Id, string Type, string Name) : HathoraCaller;
