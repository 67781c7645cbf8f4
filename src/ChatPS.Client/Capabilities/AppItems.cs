using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what belongs to an app: its domains, its releases, its processes.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IAppItemReader<T>
{
    /// <param name="app">The app's id or name.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<T> ListAsync(string app, PageWindow window, CallContext context);

    /// <param name="app">The app's id or name.</param>
    /// <param name="item">The thing's id or, where the platform has one, its name.</param>
    /// <param name="context">The call.</param>
    Task<T> GetAsync(string app, string item, CallContext context);
}

/// <summary>Makes what belongs to an app.</summary>
/// <typeparam name="TNew">What it is to be.</typeparam>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IAppItemCreator<in TNew, T>
{
    Task<T> CreateAsync(string app, TNew item, CallContext context);
}

/// <summary>Changes what belongs to an app.</summary>
/// <typeparam name="TChange">What is to change; what is not given stays.</typeparam>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IAppItemEditor<in TChange, T>
{
    Task<T> UpdateAsync(string app, string item, TChange change, CallContext context);
}

/// <summary>Stops what runs for an app.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IAppItemStopper<T>
{
    Task<T> StopAsync(string app, string item, CallContext context);
}

/// <summary>Removes what belongs to an app.</summary>
/// <typeparam name="T">The kind of thing.</typeparam>
internal interface IAppItemRemover<T>
{
    Task RemoveAsync(string app, string item, CallContext context);
}
