using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what belongs to the account or the platform as a whole: keys, regions, OAuth clients.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IItemReader<T>
{
    IAsyncEnumerable<T> ListAsync(PageWindow window, CallContext context);

    /// <param name="item">The thing's id or, where the platform has one, its name.</param>
    /// <param name="context">The call.</param>
    Task<T> GetAsync(string item, CallContext context);
}

/// <summary>Makes what belongs to the account.</summary>
/// <typeparam name="TNew">What it is to be.</typeparam>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IItemCreator<in TNew, T>
{
    Task<T> CreateAsync(TNew item, CallContext context);
}

/// <summary>Changes what belongs to the account.</summary>
/// <typeparam name="TChange">What is to change; what is not given stays.</typeparam>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IItemEditor<in TChange, T>
{
    Task<T> UpdateAsync(string item, TChange change, CallContext context);
}

/// <summary>Removes what belongs to the account.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IItemRemover<T>
{
    Task RemoveAsync(string item, CallContext context);
}

/// <summary>Reads what belongs to users: their tokens, the applications they let in.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IUserItemReader<T>
{
    IAsyncEnumerable<T> ListAsync(UserRef user, PageWindow window, CallContext context);
}

/// <summary>Has the platform search for things by words.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IItemSearcher<T>
{
    IAsyncEnumerable<T> SearchAsync(string words, PageWindow window, CallContext context);
}
