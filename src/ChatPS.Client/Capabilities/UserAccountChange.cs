using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What is to change about an account beside the profile, where the platform is run by its owners; what is null stays.</summary>
internal sealed record UserAccountChange
{
    /// <summary>Roles that come to those the user has.</summary>
    public IReadOnlyList<string>? AddedRoles { get; init; }

    /// <summary>Roles that the user loses.</summary>
    public IReadOnlyList<string>? RemovedRoles { get; init; }

    /// <summary>Whether a program is to stand behind it.</summary>
    public bool? Bot { get; init; }

    /// <summary>Whether the e-mail address counts as the user's without asking.</summary>
    public bool? EmailVerified { get; init; }

    /// <summary>Whether signing in takes a second factor.</summary>
    public bool? Mfa { get; init; }

    /// <summary>A code of the second factor that is switched on.</summary>
    public Secret? MfaCode { get; init; }

    /// <summary>What the user signs in with, in the platform's word.</summary>
    public string? AuthService { get; init; }

    /// <summary>What that service knows the user by.</summary>
    public string? AuthData { get; init; }

    /// <summary>Whether wrong passwords given until now are forgotten.</summary>
    public bool Unlock { get; init; }
}
