using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What is to change about the account one is signed in to; what is not given stays.</summary>
internal sealed record AccountChange
{
    /// <summary>Given as null, the account has no name.</summary>
    public Given<string> Name { get; init; }

    public bool? AllowTracking { get; init; }

    public bool? Beta { get; init; }

    public string? Email { get; init; }

    public Secret? NewPassword { get; init; }

    /// <summary>Shows that it is the owner who changes what others must not.</summary>
    public Secret? CurrentPassword { get; init; }
}

/// <summary>Reads the account one is signed in to.</summary>
internal interface IAccountReader
{
    Task<ChatAccount> GetAsync(CallContext context);
}

/// <summary>Changes the account one is signed in to.</summary>
internal interface IAccountEditor
{
    Task<ChatAccount> UpdateAsync(AccountChange change, CallContext context);
}
