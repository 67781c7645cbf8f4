using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>The directory that a server takes its people from.</summary>
internal interface ILdap
{
    /// <summary>Has the server bring its people and groups up to date, in the background.</summary>
    /// <param name="includeRemoved">Whether those come back who were taken out of teams and rooms of their groups; null for the server's choice.</param>
    /// <param name="context">The call.</param>
    Task SyncAsync(bool? includeRemoved, CallContext context);

    /// <summary>Whether the server reaches the directory by its configuration.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    Task<string?> TestAsync(CallContext context);

    /// <summary>Has the server know people by another attribute of the directory from now on.</summary>
    Task MigrateIdAsync(string attribute, CallContext context);
}
