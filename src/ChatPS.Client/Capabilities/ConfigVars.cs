using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

internal interface IConfigVarReader
{
    /// <param name="app">The app's id or name.</param>
    /// <param name="release">The release whose variables are wanted, its id or version; null for the present ones.</param>
    /// <param name="context">The call.</param>
    Task<IReadOnlyList<ChatAppConfigVar>> ListAsync(string app, string? release, CallContext context);
}

internal interface IConfigVarEditor
{
    /// <param name="app">The app's id or name.</param>
    /// <param name="values">What the variables are to be; null takes one away, and those not named stay.</param>
    /// <param name="context">The call.</param>
    /// <returns>The variables that were set, as they are now.</returns>
    Task<IReadOnlyList<ChatAppConfigVar>> UpdateAsync(string app, IReadOnlyDictionary<string, Secret?> values, CallContext context);
}
