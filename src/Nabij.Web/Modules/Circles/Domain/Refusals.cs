using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

public sealed record NoSuchCircle : Refusal;

public sealed record CircleHasNoName : Refusal;

public sealed record CircleNameTooLong : Refusal;

public sealed record TooManyHouseRules : Refusal;

public sealed record ContactNamedTwice : Refusal;

public sealed record ContactIsNoMember : Refusal;

public sealed record AlreadyInACircle : Refusal;

public sealed record NotInThisCircle : Refusal;

public sealed record NobodyWithThisNumber : Refusal;

public sealed record OwnWordsTooLong : Refusal;

public sealed record NoFrontDoorsThere : Refusal;

public sealed record CircleChangedMeanwhile : Refusal;

public sealed record NobodyGoesAlong : Refusal;

public sealed record NobodyStaysBehind : Refusal;

public sealed record CircleWithItself : Refusal;

public sealed record NoWayBackAnyMore : Refusal;
