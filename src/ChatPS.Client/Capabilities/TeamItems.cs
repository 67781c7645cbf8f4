using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what belongs to a team: its tokens, its invoices, who is invited to it.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface ITeamItemReader<T>
{
    /// <param name="team">A team's id or name; null for the session's, or for what the platform falls back to.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<T> ListAsync(string? team, PageWindow window, CallContext context);

    /// <param name="team">A team's id or name; null for the session's, or for what the platform falls back to.</param>
    /// <param name="item">The thing's id or, where it goes by that, its number or address.</param>
    /// <param name="context">The call.</param>
    Task<T> GetAsync(string? team, string item, CallContext context);
}

/// <summary>Makes what belongs to a team.</summary>
/// <typeparam name="TNew">What it is to be.</typeparam>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface ITeamItemCreator<in TNew, T>
{
    Task<T> CreateAsync(string? team, TNew item, CallContext context);
}

/// <summary>Changes what belongs to a team.</summary>
/// <typeparam name="TChange">What is to change; what is not given stays.</typeparam>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface ITeamItemEditor<in TChange, T> where T : class
{
    /// <param name="team">A team's id or name; null for the session's, or for what the platform falls back to.</param>
    /// <param name="item">The thing's id or, where it goes by that, its name or address.</param>
    /// <param name="change">What.</param>
    /// <param name="wanted">Whether anybody looks at the result, which may cost another request.</param>
    /// <param name="context">The call.</param>
    /// <returns>The thing as it is then; null when nobody wants it.</returns>
    Task<T?> UpdateAsync(string? team, string item, TChange change, bool wanted, CallContext context);
}

/// <summary>Removes what belongs to a team.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface ITeamItemRemover<T>
{
    Task RemoveAsync(string? team, string item, CallContext context);
}

/// <summary>Reads what there is to know of a team as a customer: how it pays, what it has used.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface ITeamAccountReader<T>
{
    /// <param name="team">A team's id or name; null for the session's, or for what the platform falls back to.</param>
    /// <param name="context">The call.</param>
    Task<IReadOnlyList<T>> ReadAsync(string? team, CallContext context);
}
