using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A preference of somebody's; without a value it is only named.</summary>
internal sealed record PreferenceRef(string Category, string Name, string? Value = null);

/// <summary>What users have set for themselves.</summary>
internal interface IPreferences
{
    /// <param name="user">Whose they are.</param>
    /// <param name="category">The only category that is wanted; null for all.</param>
    /// <param name="name">The only name of the category that is wanted; null for all.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatPreference> ListAsync(UserRef user, string? category, string? name, PageWindow window, CallContext context);

    Task<IReadOnlyList<ChatPreference>> SetAsync(UserRef user, IReadOnlyList<PreferenceRef> preferences, CallContext context);

    Task RemoveAsync(UserRef user, IReadOnlyList<PreferenceRef> preferences, CallContext context);
}
