# A mistake in reading what a stranger wrote should end the program, not become somebody's way in. What the
# compiler knows of the following is on in every optimised build; ./dev test uses sanitizers instead.
include(CheckCXXCompilerFlag)
set(optimised "$<CONFIG:Release,RelWithDebInfo,MinSizeRel>")
foreach(flag -fstack-protector-strong -fstack-clash-protection
             -fcf-protection                # x86-64
             -mbranch-protection=standard)  # aarch64
  string(MAKE_C_IDENTIFIER "knows${flag}" known)
  check_cxx_compiler_flag(${flag} ${known})
  if(${known})
    add_compile_options("$<${optimised}:${flag}>")
  endif()
endforeach()
# Some distributions define the first one themselves.
add_compile_options("$<${optimised}:-U_FORTIFY_SOURCE>" "$<${optimised}:-D_FORTIFY_SOURCE=2>"
                    "$<${optimised}:-D_GLIBCXX_ASSERTIONS>")
# Not CMAKE_POSITION_INDEPENDENT_CODE, which would compile the libraries as if others could replace their functions.
add_compile_options("$<${optimised}:-fPIE>")
add_link_options("$<${optimised}:-pie>" "$<${optimised}:LINKER:-z,relro,-z,now,-z,noexecstack>")
