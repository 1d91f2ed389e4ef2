// 6.2.5p27, 6.7p4: an atomic type is a type of its own
int shared;
_Atomic int shared; //~ conflicting-types

int main(void)
{
    return shared;
}
