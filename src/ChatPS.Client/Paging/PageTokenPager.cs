using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>Pages by a token: an answer that was cut names in its body what to ask for next.</summary>
/// <param name="name">The member of the body, and the query's parameter.</param>
internal sealed class PageTokenPager(string name) : Pager
{
    public override IReadOnlyList<string> Names { get; } = [name];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) => (request, window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body) => new(
        ListItems.Of(request.Operation, body),
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var token) && token.GetString() is { Length: > 0 } next
            ? request.WithQuery(name, next)
            : null);
}
