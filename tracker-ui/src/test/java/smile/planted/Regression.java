package smile.planted;

/** Stands for a class of a statistics library in a planted violation. */
public final class Regression {}
