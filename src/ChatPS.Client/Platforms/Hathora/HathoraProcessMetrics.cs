using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>What was measured of processes.</summary>
internal sealed class HathoraProcessMetrics(Connection connection) : HathoraResource(connection), IProcessMetricReader
{
    public IAsyncEnumerable<ChatProcessMetric> ListAsync(string app, string process, MetricQuery query, PageWindow window, CallContext context) =>
        HathoraMetrics.ListAsync(window, () => ReadAsync(app, process, query, context));

    private async Task<IEnumerable<ChatProcessMetric>> ReadAsync(string app, string process, MetricQuery query, CallContext context)
    {
        var id = await Names.AppIdAsync(app, context).ConfigureAwait(false);
        var call = Call(GetProcessMetrics).Path("appId", id).Path("processId", process).Measured(query);
        return await SendAsync(call, HathoraJson.Default.DictionaryStringMetricValueArray, answer => HathoraMetrics.Flatten(answer, (name, time, value) => new ChatProcessMetric
        {
            Session = Connection.Session,
            AppId = id,
            ProcessId = process,
            Name = name,
            Timestamp = time,
            Value = value,
        }), context).ConfigureAwait(false);
    }
}
