using System.Text.Json.Nodes;
using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>A change of what users sign in with, for all of a kind.</summary>
/// <param name="From">What they sign in with until now, in the platform's word.</param>
/// <param name="To">What they shall sign in with, in the platform's word.</param>
internal sealed record UserAuthMigration(string From, string To)
{
    /// <summary>The field by which the new service finds the people.</summary>
    public string? MatchField { get; init; }

    /// <summary>The new service's name for each address.</summary>
    public JsonNode? Matches { get; init; }

    /// <summary>Whether names and addresses are the same on both sides.</summary>
    public bool Auto { get; init; }

    /// <summary>Whether to go on though the new service knows some twice; those stay as they are.</summary>
    public bool AllowDuplicate { get; init; }
}

internal interface IUserAuthMigrator
{
    Task MigrateAsync(UserAuthMigration migration, CallContext context);
}
