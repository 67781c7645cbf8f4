using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>A cmdlet that gets rooms. It leaves the name Process to a parameter, which the step of the pipeline has elsewhere.</summary>
public abstract class RoomGetCmdlet : GetCmdlet
{
    private protected RoomGetCmdlet()
    {
    }

    private protected sealed override void Process() => Get();

    private protected abstract void Get();
}
