using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Tests.Client;

/// <summary>Tokens that are renewed.</summary>
public sealed class GrantTests
{
    [Fact]
    public async Task Several_that_need_a_new_token_share_one_renewal_and_whoever_stops_leaves_it_to_the_others()
    {
        using var server = new ScriptedServer(_ => new("""{"id":"x","email":"x@example.com"}"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Heroku, server.Uri);
        var answer = new TaskCompletionSource<TokenGrant>();
        var asked = 0;
        var grant = new GrantAuthentication(new(new("first-token"), new("refresh-token"), null, "1"), async (_, _, context) =>
        {
            asked++;
            return await answer.Task.WaitAsync(context.Cancellation);
        });
        using var stop = new CancellationTokenSource();
        var impatient = grant.RefreshAsync(connection, CallContext.Silent with { Cancellation = stop.Token });
        var patient = grant.RefreshAsync(connection, CallContext.Silent);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(new(new("second-token"), null, null, "2"));
        Assert.True(await patient);
        Assert.Equal(1, asked);
        Assert.Equal("second-token", grant.Grant.AccessToken.Reveal());
        // A server that gives no new refresh token means the old one to go on.
        Assert.Equal("refresh-token", grant.Grant.RefreshToken!.Reveal());
    }
}
