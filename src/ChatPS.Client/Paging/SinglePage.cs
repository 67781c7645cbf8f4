using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>A list that comes whole.</summary>
internal sealed class SinglePage : Pager
{
    public static SinglePage Instance { get; } = new();

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) => (request, window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body) =>
        new(ListItems.Of(request.Operation, body), null);
}
