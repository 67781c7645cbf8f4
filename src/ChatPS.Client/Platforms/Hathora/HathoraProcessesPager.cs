using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Pages of processes, the newest first: each goes on before the oldest one of the page before.</summary>
internal sealed class HathoraProcessesPager : Pager
{
    private const string Before = "before";

    public override IReadOnlyList<string> Names { get; } = [Before];

    // A process may have changed by the time that it comes again.
    public override string IdName => "processId";

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) => (request, window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var items = ListItems.Of(request.Operation, body);
        var oldest = items.Select(CreatedAt).Where(time => time is not null).Min();
        return new Page(items, oldest is null ? null : request.WithQuery(Before, Text(oldest.Value)));
    }

    private static DateTimeOffset? CreatedAt(JsonElement item) =>
        item.TryGetProperty("createdAt", out var created) && created.TryGetDateTimeOffset(out var time) ? time : null;

    // A millisecond too much: what was made at the very moment comes twice, which is seen, instead of never.
    private static string Text(DateTimeOffset time) => ((time.ToUnixTimeMilliseconds() + 1) / 1000m).ToString(CultureInfo.InvariantCulture);
}
