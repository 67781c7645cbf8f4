using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Mattermost;
using ChatPS.Tests.Cmdlets;

namespace ChatPS.Tests.Client;

public sealed class UploadTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    /// <summary>A file was there when it was looked for, and may be gone when it is its turn.</summary>
    [Fact]
    public async Task What_cannot_be_opened_is_no_lost_connection()
    {
        var gone = new FileUpload("a.txt", () => throw new IOException("it is gone"));
        IsClear(Assert.Throws<ChatException>(gone.OpenRead));

        var connection = await Connections.OpenAsync(ChatPlatform.Mattermost, sandbox.Mattermost.BaseUri, token: sandbox.Mattermost.Admin.Token);
        sandbox.Server.ClearRequests();
        var call = connection.Platform.Call(MattermostOperations.UploadFile).Body("channel_id", "x").File("files", gone.Name, gone.Open);
        IsClear(await Assert.ThrowsAsync<ChatException>(() => connection.Api.SendAsync(call.ToRequest(), CallContext.Silent)));
        Assert.Empty(sandbox.Wire);

        static void IsClear(ChatException error)
        {
            Assert.Equal(ChatErrorReason.InvalidRequest, error.Reason);
            Assert.Contains("it is gone", error.Message, StringComparison.Ordinal);
        }
    }
}
