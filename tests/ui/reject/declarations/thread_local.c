_Thread_local int fine;
_Thread_local int function(void); //~ storage-class
static int named(_Thread_local int n) { return n; } //~ storage-class
struct record { _Thread_local int member; }; //~ storage-class
_Thread_local typedef int number; //~ storage-class

int main(void)
{
    static _Thread_local int kept;
    _Thread_local int automatic; //~ storage-class
    register _Thread_local int fast; //~ storage-class
    return kept + fine + named(0);
}
