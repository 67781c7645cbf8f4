using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Tests.Cmdlets;

namespace ChatPS.Tests.Client;

public sealed class FayeClientTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(401, ChatErrorReason.Forbidden, "in front of the service")]
    [InlineData(403, ChatErrorReason.Forbidden, "in front of the service")]
    [InlineData(404, ChatErrorReason.NotFound, "/bayeux")]
    public async Task A_service_that_is_not_there_is_not_taken_for_an_address_that_has_run_out(int status, ChatErrorReason reason, string advice)
    {
        var connection = await Connections.OpenAsync(ChatPlatform.Gitter, sandbox.Gitter.BaseUri, token: sandbox.Gitter.Admin.Token);
        sandbox.Gitter.Faults.AppliesTo = (_, target) => target.Contains("bayeux", StringComparison.Ordinal);
        sandbox.Gitter.Faults.FailNext(1, status);
        try
        {
            var error = await Assert.ThrowsAsync<ChatException>(() => new FayeClient(connection, ["/api/v1/rooms/x/chatMessages"]).ReadAsync(CallContext.Silent).ToListAsync());
            Assert.Equal((reason, status), (error.Reason, error.StatusCode));
            Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
        }
        finally
        {
            sandbox.Gitter.Faults.Clear();
        }
    }
}
