using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Mattermost;

namespace ChatPS.Tests.Client;

public sealed class MattermostInviteLimitTests
{
    [Theory]
    [InlineData("Timer will be reset after 59m59.5s seconds. Please retry after 42m0s seconds.", 42)]
    [InlineData("Timer will be reset after 1h0m0s seconds. Please retry after 2m30.25s seconds.", 3)]
    [InlineData("Timer will be reset after 45.1s seconds. Please retry after 12s seconds.", 1)]
    [InlineData("Nothing that is a time.", 60)]
    [InlineData(null, 60)]
    public void When_to_try_again_is_what_the_server_says_and_an_hour_at_most(string? message, int minutes)
    {
        var error = MattermostInviteLimit.Explain(new ApiError { Id = MattermostInviteLimit.ErrorId, Message = message });
        Assert.Equal((ChatErrorReason.RateLimited, minutes), (error.Reason, (int)Math.Ceiling(error.RetryAfter!.Value.TotalMinutes)));
        Assert.Contains($"in {minutes} minute", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_never_goes_at_once_is_no_matter_of_waiting()
    {
        var error = MattermostInviteLimit.Explain(new ApiError { Message = "Timer will be reset after 0s seconds. Please retry after -1ns seconds." });
        Assert.Equal((ChatErrorReason.InvalidRequest, null), (error.Reason, error.RetryAfter));
    }
}
