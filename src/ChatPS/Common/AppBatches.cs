namespace ChatPS.Common;

/// <summary>What comes down the pipeline for each app, until the last has come and an app can be changed in one request.</summary>
/// <typeparam name="T">What the platform must be able to do.</typeparam>
/// <typeparam name="TItem">A part of the change.</typeparam>
internal sealed class AppBatches<T, TItem> where T : class
{
    private readonly Dictionary<(T, string), AppBatch<T, TItem>> _byApp = [];
    private readonly List<AppBatch<T, TItem>> _inOrder = [];

    /// <summary>What there is for each app, in the order in which the apps came.</summary>
    public IReadOnlyList<AppBatch<T, TItem>> All => _inOrder;

    public void Add(T capability, string app, string display, TItem item)
    {
        if (!_byApp.TryGetValue((capability, app), out var batch))
        {
            _byApp[(capability, app)] = batch = new(capability, app, display);
            _inOrder.Add(batch);
        }
        batch.Items.Add(item);
    }
}

/// <summary>What is to be done to one app in one go.</summary>
/// <param name="Capability">What does it.</param>
/// <param name="App">The app's id or name.</param>
/// <param name="Display">What people know the app by.</param>
internal sealed record AppBatch<T, TItem>(T Capability, string App, string Display)
{
    public List<TItem> Items { get; } = [];
}
