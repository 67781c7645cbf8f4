using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>The pictures of people, rooms and the group: sent as base64, fetched at an address of their own.</summary>
internal static class PictureRoutes
{
    public static void MapPictures(this HipChatService hipChat)
    {
        Map("/v2/user/{id_or_email}/photo", "/{size}", "photo", call => call.User(), Scope.ViewGroup, Scope.AdminGroup);
        Map(GroupRoutes.Base + "/avatar", "", "avatar", call => call.Group(), Scope.ViewGroup, Scope.AdminGroup);
        Map(RoomRoutes.Base + "/avatar", "", "avatar", call => call.ReachedRoom(), Scope.ViewRoom, Scope.AdminRoom);

        void Map(string path, string read, string field, Func<HipChatCall, IPictured> find, string view, string change)
        {
            hipChat.Map("GET", path + read, call => call.Address(find(call).Picture) is { } address
                ? SandboxResponse.Empty(302).With("Location", address)
                : HipChatAnswer.Error(404, "There is no picture."), view);
            hipChat.Map("PUT", path, call => Put(call, find(call), Picture(call, field)), change);
            hipChat.Map("DELETE", path, call => Put(call, find(call), null), change);
        }
    }

    private static SandboxResponse Put(HipChatCall call, IPictured owner, StoredFile? picture)
    {
        if (owner.Picture is { } earlier)
            call.State.Files.Remove(earlier.Id);
        if (picture is not null)
            call.State.Files.Add(picture.Id, picture);
        owner.Picture = picture;
        return HipChatAnswer.Done();
    }

    private static StoredFile Picture(HipChatCall call, string field)
    {
        var text = call.Body.Text(field, 1);
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || HipChat.Picture.TypeOf(bytes.AsSpan(0, length)) is not { } type)
            throw HipChatBody.Unfit(field, "the base64 of a JPEG, PNG or GIF");
        return new(call.State.NewGuid(), $"{field}.{type[6..]}", type, bytes.AsMemory(0, length));
    }
}
