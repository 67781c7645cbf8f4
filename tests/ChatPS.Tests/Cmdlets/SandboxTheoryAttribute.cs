using ChatPS.Tests.Cmdlets.Mattermost.Real;

namespace ChatPS.Tests.Cmdlets;

/// <summary>The same as <see cref="SandboxFactAttribute"/>, for tests with several rows.</summary>
/// <param name="reason">What a real server cannot give.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxTheoryAttribute(string reason) : TheoryAttribute
{
    public string Reason { get; } = reason;

    public override string? Skip => RealServer.IsAsked ? Reason : null;
}
